package dev.fluxion.smoke.classpath;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A rule that a third party's jar brings along: found, used, and listed with where it comes from. */
final class ProvidedRuleTest {

    @Test
    void itIsUsedInDerivativesOfAnyOrder() {
        assertThat(gradient(x -> Exact.square(x), 3.0)).isEqualTo(6);
        assertThat(derivative(derivative(x -> Exact.square(x) * x)).applyAsDouble(3)).isEqualTo(18);
    }

    @Test
    void itIsListedWithTheDirectoryThatItComesFrom() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.fluxion.cli.Main",
                                "rules",
                                "--for",
                                "Exact.square")
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed.lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.split(" {2,}"))
                                .containsExactly(
                                        "dev.fluxion.smoke.classpath.Exact.square(double)",
                                        "partial in argument 0",
                                        "dev.fluxion.smoke.classpath.ExactRules",
                                        "test-classes"));
    }
}
