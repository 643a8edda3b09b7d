package dev.fluxion.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself; without a subcommand it prints its usage. */
@Command(
        name = "fluxion",
        description = "Derivatives of Java methods.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        subcommands = {
            GradCommand.class,
            ExplainCommand.class,
            ShellCommand.class,
            RulesCommand.class,
            BackendsCommand.class,
            DoctorCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fluxion grad examples/first/Rosenbrock.java --at -1.2,1",
            "  fluxion grad Model.java#loss --at [0.5,1,2],3",
            "  fluxion grad --class-path 'lib/*' --class com.acme.Pricer#price --at 100,0.2",
            "  fluxion explain Model.java#loss",
            "  fluxion shell",
            "",
            "In a source tree, './fluxion example' lists worked examples to run.",
            "",
            "Exit codes: 0 success, 1 refused or the check differs, 2 wrong arguments."
        })
public final class Main implements Runnable {

    @Spec private CommandSpec spec;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Print the stack trace of an error, too.")
    private boolean stackTrace;

    /** Runs the command and exits with its code: 0, 1 for a failure, 2 for wrong arguments. */
    public static void main(String[] args) {
        int code = commandLine().execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Returns the command, ready to be executed. */
    static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main)
                .setExecutionExceptionHandler(new Failures(main))
                .setParameterExceptionHandler(Failures::wrongArguments)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100);
    }

    /** Returns whether stack traces were asked for. */
    boolean wantsStackTrace() {
        return stackTrace;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing subcommand");
    }
}
