package dev.fluxion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

final class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void versionNamesFluxionAndJava() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString().lines()).hasSize(2).first().asString().startsWith("fluxion ");
    }

    @Test
    void withoutSubcommandSaysHowToUseIt() {
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing subcommand", "Usage: fluxion");
    }

    private int execute(String... args) {
        return new CommandLine(new Main()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    }
}
