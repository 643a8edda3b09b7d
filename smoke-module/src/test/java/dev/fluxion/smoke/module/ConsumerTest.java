package dev.fluxion.smoke.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the program as users do: a JVM of its own, everything on the module path, nothing opened or added. */
final class ConsumerTest {

    @Test
    void aNamedModuleThatRequiresTheApiAloneGetsDerivatives() throws IOException, InterruptedException {
        assertThat(run("dev.fluxion.smoke.module/dev.fluxion.smoke.module.Consumer").lines())
                .containsExactly(
                        "dev.fluxion.smoke.module",
                        "Gradients2[first=3.0, second=2.0]",
                        Double.toString(-Math.sin(0.5)),
                        Double.toString(2 * Math.sin(1.0) + Math.cos(1.0)),
                        "6.0",
                        "18.0",
                        "3.0");
    }

    @Test
    void theRuleThatItProvidesIsListedWithItsModule() throws IOException, InterruptedException {
        assertThat(run("dev.fluxion.cli/dev.fluxion.cli.Main", "rules", "--for", "Exact.square").lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.split(" {2,}"))
                                .containsExactly(
                                        "dev.fluxion.smoke.module.Exact.square(double)",
                                        "partial in argument 0",
                                        "dev.fluxion.smoke.module.ExactRules",
                                        "dev.fluxion.smoke.module"));
    }

    @Test
    void whatItSaysOfAPackageIsListed() throws IOException, InterruptedException {
        String method = "dev.fluxion.smoke.module.audit.Audit.rounded";
        assertThat(run("dev.fluxion.cli/dev.fluxion.cli.Main", "rules", "--for", method).lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.split(" {2,}"))
                                .containsExactly(
                                        "dev.fluxion.smoke.module.audit.Audit.rounded(double)",
                                        "not differentiated",
                                        "dev.fluxion.smoke.module.AuditRules",
                                        "dev.fluxion.smoke.module"));
    }

    private static String run(String main, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--module-path",
                                modulePath(),
                                "--module",
                                main));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    /** What this test sees, on whichever path, without the test's own libraries. */
    private static String modulePath() {
        List<String> entries = new ArrayList<>();
        String all =
                System.getProperty("jdk.module.path", "")
                        + java.io.File.pathSeparator
                        + System.getProperty("java.class.path", "");
        for (String entry : all.split(java.io.File.pathSeparator, -1)) {
            boolean isOfTheTest =
                    entry.contains("junit")
                            || entry.contains("surefire")
                            || entry.contains("assertj")
                            || entry.contains("opentest4j")
                            || entry.contains("apiguardian")
                            || entry.contains("byte-buddy")
                            || entry.contains("test-classes");
            if (!entry.isEmpty() && !isOfTheTest && !entries.contains(entry)) {
                entries.add(entry);
            }
        }
        return String.join(java.io.File.pathSeparator, entries);
    }
}
