package dev.fluxion.cli;

import dev.fluxion.cli.shell.Shell;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code fluxion shell}: JShell with Fluxion in it. */
@Command(
        name = "shell",
        description = "Start JShell with Fluxion's methods imported; or run a script and end.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  fluxion shell",
            "  fluxion shell examples/session/readme.jsh",
            "  echo 'gradient(x -> 5 * x + 3, 10)' | fluxion shell"
        })
final class ShellCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "SCRIPT", description = "A file of snippets to run instead.")
    private @Nullable Path script;

    @Override
    public Integer call() {
        return Shell.run(script);
    }
}
