package dev.fluxion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTest {

    @Test
    void versionNamesFluxionAndJava() {
        Run run = Run.of("--version");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(2).first().asString().startsWith("fluxion ");
    }

    @Test
    void withoutSubcommandSaysHowToUseIt() {
        Run run = Run.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Missing subcommand", "Usage: fluxion");
    }

    @Test
    void helpHasExamplesAndExitCodes() {
        Run run = Run.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("fluxion grad examples/first/Rosenbrock.java --at -1.2,1", "Exit codes:");
    }

    @Test
    void wrongArgumentsPointToTheHelpOfTheSubcommand() {
        Run run = Run.of("grad", "X.java");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        """
                        fluxion: Missing required option: '--at=VALUES'
                        'fluxion grad --help' says what is possible.
                        """);
    }

    @Test
    void stackTraceIsPrintedOnRequestOnly() {
        assertThat(Run.of("grad", "Missing.java", "--at", "1").err())
                .isEqualToNormalizingNewlines("fluxion: there is no file Missing.java\n");
        assertThat(Run.of("grad", "Missing.java", "--at", "1", "--stacktrace").err()).contains("\tat dev.fluxion.cli");
    }
}
