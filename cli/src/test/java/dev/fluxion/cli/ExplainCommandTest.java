package dev.fluxion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ExplainCommandTest {

    @TempDir private Path folder;

    @Test
    void showsSourceBothIrsAndJava() {
        Run run = Run.of("explain", "../examples/first/Rosenbrock.java");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsSubsequence(
                        "== source\n",
                        "double b = y - x * x;",
                        "== function\nRosenbrock.rosenbrock(Rosenbrock.java:",
                        "== IR\n",
                        "== gradient IR\n",
                        "== gradient as Java\n",
                        "final class Rosenbrock$$Fluxion$rosenbrock");
        assertThat(run.code()).isZero();
    }

    @Test
    void writesAPage() throws IOException {
        Path page = folder.resolve("page.html");
        Run run = Run.of("explain", "../examples/first/Rosenbrock.java", "--html", page.toString());
        assertThat(run.out()).contains("wrote " + page);
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("<h2>gradient IR</h2>", "-&gt;")
                .endsWith("</html>\n");
    }

    @Test
    void asksForValuesOfWhatIsNotDouble() throws IOException {
        Path file = folder.resolve("P.java");
        Files.writeString(file, "class P { static double f(double x, int n) { return n * x; } }");
        Run without = Run.of("explain", file.toString());
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("give their values with --at");
        Run with = Run.of("explain", file.toString(), "--at", "1,3");
        assertThat(with.err()).isEmpty();
        assertThat(with.out()).contains("== gradient as Java");
    }
}
