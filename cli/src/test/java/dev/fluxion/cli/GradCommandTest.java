package dev.fluxion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class GradCommandTest {

    @TempDir private Path folder;

    @Test
    void printsValueGradientCheckAndCodeOfTheFirstExample() {
        Run run = Run.of("grad", "../examples/first/Rosenbrock.java", "--at", "-1.2,1");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .startsWith(
                        "Rosenbrock.rosenbrock(double x, double y)",
                        "",
                        "value  24.199999999999996",
                        "",
                        "   gradient             finite differences   relative difference")
                .anySatisfy(line -> assertThat(line).startsWith("x  -215.59999999999997  -215.6"))
                .anySatisfy(line -> assertThat(line).startsWith("y  -87.99999999999999   -8"))
                .anySatisfy(line -> assertThat(line).startsWith("final class Rosenbrock$$Fluxion$rosenbrock"));
    }

    @Test
    void checksRulesWhenAskedTo() throws IOException {
        String file =
                write(
                        """
                        class Angle {
                            static double angle(double x, double y) {
                                return Math.atan2(y, x);
                            }
                        }
                        """);
        assertThat(Run.of("grad", file, "--at", "0,0", "--no-check", "--no-code").out()).contains("NaN");
        Run checked = Run.of("grad", file, "--at", "0,0", "--no-check", "--no-code", "--checked-rules");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.err())
                .contains("[FX-0410] the rule dev.fluxion.rules.core.")
                .contains("gave the partial derivative NaN in argument");
        Run elsewhere = Run.of("grad", file, "--at", "1,1", "--no-code", "--checked-rules");
        assertThat(elsewhere.err()).isEmpty();
        assertThat(elsewhere.out()).contains("0.5");
    }

    @Test
    void takesFloatsWholeNumbersTruthValuesAndArraysBesideDoubles() throws IOException {
        String file =
                write(
                        """
                        class Mixed {
                            static float f(double x, int n, float y, boolean twice, double[] w, long k) {
                                double r = 0;
                                for (int i = 0; i < n; i++) {
                                    r += w[i] * x * y;
                                }
                                return (float) (twice ? 2 * r + k : r);
                            }
                        }
                        """);
        Run run = Run.of("grad", file, "--at", "3,2,0.5,true,[1,2,4],10", "--no-code");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .contains("value  19.0")
                .anySatisfy(line -> assertThat(line).startsWith("x     3.0 "))
                .anySatisfy(line -> assertThat(line).startsWith("y     18.0 "))
                .anySatisfy(line -> assertThat(line).startsWith("w[0]  3.0 "))
                .anySatisfy(line -> assertThat(line).startsWith("w[1]  3.0 "))
                .anySatisfy(line -> assertThat(line).startsWith("w[2]  0.0 "));
        assertThat(run.code()).isZero();
    }

    @Test
    void takesAnArrayWithoutBracketsWhereItIsAlone() throws IOException {
        String file = write("class A { static double product(double[] w) { return w[0] * w[1]; } }");
        Run run = Run.of("grad", file, "--at", "2,3", "--no-code", "--no-check");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("w[0]  3.0", "w[1]  2.0");
    }

    @Test
    void differentiatesAClassOfTheJdkByItsRule() {
        Run run = Run.of("grad", "--class", "java.lang.Math#atan2", "--at", "1,2", "--no-code");
        assertThat(run.out() + run.err()).contains("0.4", "-0.2");
        assertThat(run.code()).isZero();
    }

    @Test
    void differentiatesAMethodOfAnObject() throws IOException {
        String file = write("class Cube { double rate = 3; double of(double x) { return x * x * x; } }");
        Run run = Run.of("grad", file, "--at", "2", "--no-code");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Cube.of(double x) on new Cube()").contains("x  12.0 ");
    }

    @Test
    void saysThatTheDifferencesDifferAtAKink() throws IOException {
        String file = write("class K { static double f(double x, double y) { return Math.max(x, y); } }");
        Run run = Run.of("grad", file, "--at", "1,1", "--no-code");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("differs", "They differ: at this point");
    }

    @Test
    void printsARefusalAsItIs() throws IOException {
        String file = write("class N { static native double f(double x); }");
        Run run = Run.of("grad", file, "--at", "1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("[FX-0101] ").doesNotContain("\tat ");
    }

    @Test
    void printsWhatTheMethodThrows() throws IOException {
        String file =
                write(
                        """
                        class T {
                            static double f(double x) {
                                if (x < 0) throw new IllegalArgumentException("negative");
                                return x;
                            }
                        }
                        """);
        Run run = Run.of("grad", file, "--at", "-1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToNormalizingNewlines("fluxion: f threw java.lang.IllegalArgumentException: negative\n");
    }

    private String write(String source) throws IOException {
        return Files.writeString(folder.resolve("Test.java"), source).toString();
    }
}
