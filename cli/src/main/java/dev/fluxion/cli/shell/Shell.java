package dev.fluxion.cli.shell;

import dev.fluxion.cli.subject.Complaint;

import jdk.jshell.tool.JavaShellToolBuilder;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Runs JShell. Snippets run in a JVM of their own, so that one that hangs or ends does not take the shell along, and
 * read what follows them in the input.
 */
public final class Shell {

    private static final String IMPORTS =
            """
            import static dev.fluxion.Fluxion.*;
            import static java.lang.Math.*;
            import dev.fluxion.*;
            import dev.fluxion.rule.*;
            import java.util.*;
            import java.util.function.*;
            """;

    private Shell() {}

    /**
     * Runs a script, or what comes in from a terminal or a pipe, until it ends.
     *
     * @param script the file with the snippets, which may read the standard input; null to take them from there
     * @return the exit code
     */
    @SuppressWarnings("SystemConsoleNull") // Java 25 returns null again
    public static int run(@Nullable Path script) {
        if (script != null && !Files.isRegularFile(script)) {
            throw Complaint.usage("there is no file " + script);
        }
        Console console = System.console();
        boolean talks = script == null && console != null && console.isTerminal();
        JavaShellToolBuilder shell = JavaShellToolBuilder.builder().interactiveTerminal(talks);
        if (!talks) {
            // Nothing is remembered for the next time.
            shell.persistence(new HashMap<>());
        }
        try (InputStream snippets = script == null ? InputStream.nullInputStream() : openScript(script)) {
            if (script != null) {
                shell.in(snippets, System.in);
            } else if (talks) {
                System.out.println("Fluxion in JShell: gradient(x -> 5 * x + 3, 10); /exit ends it, /help says more.");
            }
            return start(shell);
        } catch (IOException e) {
            throw Complaint.failure("cannot read " + script + ": " + e.getMessage());
        }
    }

    private static InputStream openScript(Path script) throws IOException {
        return new BufferedInputStream(Files.newInputStream(script));
    }

    private static int start(JavaShellToolBuilder shell) throws IOException {
        Path imports = Files.createTempFile("fluxion", ".jsh");
        try {
            Files.writeString(imports, IMPORTS);
            return shell.start(options(imports).toArray(new String[0]));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw Complaint.failure("JShell does not start: " + e);
        } finally {
            Files.deleteIfExists(imports);
        }
    }

    /** Snippets are compiled and run with the modules that this JVM runs with. */
    private static List<String> options(Path imports) {
        List<String> options = new ArrayList<>();
        String modulePath = System.getProperty("jdk.module.path");
        if (modulePath == null) {
            options.addAll(List.of("--class-path", System.getProperty("java.class.path")));
        } else {
            options.addAll(List.of("--module-path", modulePath, "--add-modules", "dev.fluxion.api"));
        }
        options.addAll(List.of("-R-XX:+UseSerialGC", "--feedback", "concise", "--startup", imports.toString()));
        return options;
    }
}
