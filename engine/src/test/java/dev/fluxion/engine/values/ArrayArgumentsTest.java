package dev.fluxion.engine.values;

import static dev.fluxion.Fluxion.explain;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.gradientAsTangent;
import static dev.fluxion.Fluxion.objectGradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ObjectFn;
import dev.fluxion.ObjectGradient;
import dev.fluxion.ObjectGradients2;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Gradients in arrays of arrays, of boxes, of records, and several arguments at once. */
class ArrayArgumentsTest {

    private static double determinant(double[][] a) {
        double[][] m = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            m[i] = new double[a.length];
            for (int j = 0; j < a.length; j++) {
                m[i][j] = a[i][j];
            }
        }
        double product = 1;
        for (int k = 0; k < m.length; k++) {
            for (int i = k + 1; i < m.length; i++) {
                double factor = m[i][k] / m[k][k];
                for (int j = k; j < m.length; j++) {
                    m[i][j] -= factor * m[k][j];
                }
            }
            product *= m[k][k];
        }
        return product;
    }

    private static double[][] square(double[] v) {
        int n = (int) Math.round(Math.sqrt(v.length));
        double[][] square = new double[n][n];
        for (int i = 0; i < v.length; i++) {
            square[i / n][i % n] = v[i];
        }
        return square;
    }

    private static double[] flat(double[][] rows) {
        return java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    @Test
    void matrices() {
        assertThat(gradient(w -> w[0][0] * w[1][1], new double[][] {{2, 3}, {5, 7}}))
                .isDeepEqualTo(new double[][] {{7, 0}, {0, 2}});
        double[] at = {2, 1, 0.5, 1, 3, 0.25, 0.5, 0.125, 4};
        Differences.check(
                ArrayArgumentsTest::determinant,
                ArrayArgumentsTest::square,
                at,
                flat(gradient(ArrayArgumentsTest::determinant, square(at))));
    }

    @Test
    void matricesWrittenInPlaceHaveTheGradientAtEntry() {
        ObjectFn<double[][]> inPlace =
                a -> {
                    double product = 1;
                    for (int k = 0; k < a.length; k++) {
                        for (int i = k + 1; i < a.length; i++) {
                            double factor = a[i][k] / a[k][k];
                            for (int j = k; j < a.length; j++) {
                                a[i][j] -= factor * a[k][j];
                            }
                        }
                        product *= a[k][k];
                    }
                    return product;
                };
        double[] at = {2, 1, 0.5, 1, 3, 0.25, 0.5, 0.125, 4};
        double[][] given = square(at);
        double[] gradient = flat(gradient(inPlace, given));
        Differences.check(inPlace, ArrayArgumentsTest::square, at, gradient);
        double[][] plain = square(at);
        inPlace.applyAsDouble(plain);
        assertThat(given).isDeepEqualTo(plain);
    }

    @Test
    void rowsThatAreReplacedOrSwapped() {
        ObjectFn<double[][]> swap =
                a -> {
                    double[] first = a[0];
                    a[0] = a[1];
                    a[1] = first;
                    a[0][0] = a[0][0] * a[1][1];
                    return a[0][0] * a[0][1];
                };
        double[] at = {2, 3, 5, 7};
        Differences.check(swap, ArrayArgumentsTest::square, at, flat(gradient(swap, square(at))));
    }

    @Test
    void deeperArraysAndFloats() {
        double[][][] cube = {{{1, 2}, {3}}, {}, {{4}}};
        assertThat(gradient(w -> w[0][0][1] * w[2][0][0], cube))
                .isDeepEqualTo(new double[][][] {{{0, 4}, {0}}, {}, {{2}}});
        float[][] rows = {{1, 2}, {3, 4}};
        assertThat(gradient(w -> w[0][1] * w[1][0], rows)).isDeepEqualTo(new float[][] {{0, 3}, {2, 0}});
        assertThat(gradient(w -> 1.0, new double[][] {{1}, null})).isDeepEqualTo(new double[][] {{0}, null});
    }

    @Test
    void oneRowTwiceIsOneRow() {
        double[] row = {3};
        double[][] gradient = gradient(w -> w[0][0] * w[1][0], new double[][] {row, row});
        assertThat(gradient[0]).containsExactly(6).isSameAs(gradient[1]);
    }

    @Test
    void boxes() {
        assertThat(gradient(w -> w[0] * w[1] * w[1], new Double[] {2.0, 3.0, 4.0})).containsExactly(9.0, 12.0, 0.0);
        Double boxed = 3.0;
        double slope = gradient(x -> x * x, boxed);
        assertThat(slope).isEqualTo(6);
        assertThat(gradient((x, y) -> x * y, boxed, boxed)).isEqualTo(new ObjectGradients2<>(3.0, 3.0));
    }

    @Test
    void severalArguments() {
        double[][] w = {{1, 2}, {3, 4}};
        double[] x = {5, 6};
        var g =
                gradient(
                        (m, v, s) -> {
                            double sum = 0;
                            for (int i = 0; i < m.length; i++) {
                                for (int j = 0; j < v.length; j++) {
                                    sum += s * m[i][j] * v[j];
                                }
                            }
                            return sum;
                        },
                        w,
                        x,
                        2.0);
        assertThat(g.first()).isDeepEqualTo(new double[][] {{10, 12}, {10, 12}});
        assertThat(g.second()).containsExactly(8, 12);
        assertThat(g.third()).isEqualTo(1 * 5 + 2 * 6 + 3 * 5 + 4 * 6);
        assertThat(gradient((double[][] m, Integer i) -> m[i][0], w, 1).second()).isEqualTo(1);
    }

    @Test
    void oneArrayInTwoArguments() {
        double[] row = {3, 4};
        var g = gradient((m, v) -> m[0][0] * v[1], new double[][] {row}, row);
        assertThat(g.first()[0]).containsExactly(4, 3);
        assertThat(g.second()).containsExactly(4, 3);
    }

    @Test
    void valuesAndKeptGradients() {
        var vg = withGradient(w -> w[0][0] * w[0][1], new double[][] {{2, 3}});
        assertThat(vg.value()).isEqualTo(6);
        assertThat(vg.gradient()).isDeepEqualTo(new double[][] {{3, 2}});
        ObjectGradient<double[][]> kept = objectGradient((double[][] w) -> w[0][0] * w[0][1]);
        assertThat(kept.at(new double[][] {{2, 3}})).isDeepEqualTo(new double[][] {{3, 2}});
        assertThat(kept.at(new double[][] {{4, 5, 6}})).isDeepEqualTo(new double[][] {{5, 4, 0}});
    }

    @Test
    void aDerivativeInsideItsOwnEvaluation() {
        Inner.gradient = objectGradient((double[][] w) -> Inner.square(w));
        Inner.open = 2;
        assertThat(Inner.gradient.at(new double[][] {{3}})).isDeepEqualTo(new double[][] {{6}});
        assertThat(Inner.seen).containsExactly(4.0, 2.0);
    }

    /** Takes its own gradient while it runs, as a side effect. */
    static final class Inner {
        static final Object HOOK =
                new Object() {
                    @Override
                    public String toString() {
                        note();
                        return "noted";
                    }
                };
        static final List<Double> seen = new ArrayList<>();
        static ObjectGradient<double[][]> gradient;
        static int open;
        static String text = "";

        static double square(double[][] w) {
            text = String.valueOf(HOOK);
            return w[0][0] * w[0][0];
        }

        private static void note() {
            if (open > 0) {
                open--;
                double[][] other = {{2 - open}};
                seen.add(gradient.at(other)[0][0]);
            }
        }
    }

    @Test
    void manyThreads() {
        ObjectGradient<double[][]> kept = objectGradient(ArrayArgumentsTest::determinant);
        boolean agree =
                IntStream.range(0, 200)
                        .parallel()
                        .allMatch(i -> {
                            double[] at = {2 + i, 1, 0.5, 3};
                            double[] expected = {3, -0.5, -1, 2 + i};
                            double[] found = flat(kept.at(square(at)));
                            double off = 0;
                            for (int k = 0; k < 4; k++) {
                                off = Math.max(off, Math.abs(found[k] - expected[k]));
                            }
                            return off < 1e-12;
                        });
        assertThat(agree).isTrue();
    }

    @Test
    void tangentsOfArrays() {
        assertThat(gradientAsTangent(w -> w[0][0] * 2, new double[][] {{1}}).doubles(0)).containsExactly(2);
        assertThat(gradientAsTangent((w, x) -> w[0][0] * x, new double[][] {{5}}, 3.0).number(1)).isEqualTo(5);
    }

    @Test
    void exceptionsComeOut() {
        assertThatThrownBy(() -> gradient(w -> w[0][5], new double[][] {{1}}))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() -> gradient(w -> w[0][0], new double[][] {null}))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void notANumberIsAValue() {
        assertThat(gradient(w -> Math.log(w[0][0]), new double[][] {{-1}})[0][0]).isEqualTo(-1);
        assertThat(gradient(w -> w[0][0] * w[0][1], new double[][] {{Double.NaN, 2}})[0][1]).isNaN();
    }

    @Test
    void explanations() {
        assertThat(explain(w -> w[0][0] * 2, new double[][] {{1}}).toString()).contains("Shadows");
    }
}
