package dev.fluxion.cli.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class TargetsTest {

    @TempDir private Path folder;

    @Test
    void theOnlyMethodNeedsNoName() throws IOException {
        Target target =
                find("class A { static double f(double x) { return x; } static int g(int y) { return y; } }", "");
        assertThat(target.title()).isEqualTo("A.f(double x)");
        assertThat(target.method().getReturnType()).isEqualTo(double.class);
    }

    @Test
    void helpersMayBePrivate() throws IOException {
        Target target =
                find(
                        """
                        class A {
                            static double f(double x) { return g(x); }
                            private static double g(double y) { return y; }
                        }
                        """,
                        "");
        assertThat(target.title()).isEqualTo("A.f(double x)");
    }

    @Test
    void severalMethodsAreListed() {
        assertThatThrownBy(() ->
                        find(
                                """
                                class A {
                                    static double f(double x) { return x; }
                                    static double g(double[] y, int n) { return y[n]; }
                                }
                                """,
                                ""))
                .isInstanceOf(Complaint.class)
                .hasMessageEndingWith("fit; add #name to say which:\n    A.f(double x)\n    A.g(double[] y, int n)");
    }

    @Test
    void aMethodIsTakenByName() throws IOException {
        String source = "class A { static double f(double x) { return x; } static double g(double y) { return y; } }";
        assertThat(find(source, "#g").title()).isEqualTo("A.g(double y)");
        assertThatThrownBy(() -> find(source, "#h")).hasMessageStartingWith("there is no method h in ");
    }

    @Test
    void aMethodOfOtherThingsIsRefused() {
        assertThatThrownBy(() -> find("class A { static double f(String s) { return 1; } }", "#f"))
                .hasMessageContaining("takes doubles, floats or double[]");
    }

    @Test
    void aCompactFileIsAClassOfItsOwn() throws IOException {
        Target target = find("double square(double x) { return x * x; } void main() {}", "");
        assertThat(target.title()).isEqualTo("Source.square(double x)");
        assertThat(target.receiverName()).isEqualTo("new Source()");
    }

    @Test
    void compileErrorsComeWithTheirLines() {
        assertThatThrownBy(() -> find("class A {\n    static double f(double x) { return y; }\n}\n", ""))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("Source.java:2: error: cannot find symbol")
                .hasMessageContaining("static double f(double x) { return y; }")
                .hasMessageEndingWith("Source.java does not compile");
    }

    @Test
    void parameterNamesOfTheJdkAreByPosition() {
        Target target = Targets.inClass("java.lang.Math#pow", "", null);
        assertThat(target.title()).matches("java\\.lang\\.Math\\.pow\\(double \\w+, double \\w+\\)");
    }

    @Test
    void aMissingClassIsNamed() {
        assertThatThrownBy(() -> Targets.inClass("com.acme.Pricer", "", null))
                .hasMessage("there is no class com.acme.Pricer on the class path");
    }

    @Test
    void theTextOfTheMethodIsFound() throws IOException {
        Target target = find("class A {\n    static double f(double x) {\n        return x;\n    }\n}\n", "");
        assertThat(SourceText.of(target))
                .isEqualTo("   2      static double f(double x) {\n   3          return x;\n   4      }\n");
    }

    private Target find(String source, String suffix) throws IOException {
        Path file = folder.resolve("Source.java");
        Files.writeString(file, source);
        return Targets.inFile(file + suffix, "", null);
    }
}
