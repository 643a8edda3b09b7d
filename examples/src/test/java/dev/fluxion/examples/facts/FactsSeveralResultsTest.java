package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.isDifferentiating;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pullback;
import static dev.fluxion.Fluxion.withAuxiliary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.Fn;
import dev.fluxion.derivative.Auxiliary;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullbackInPlace;

import org.junit.jupiter.api.Test;

/** Functions with several results, backwards and forwards, and code that knows that it is differentiated. */
final class FactsSeveralResultsTest {

    private record Parts(double div, double mul) {}

    /** Counts only where nobody looks. */
    private static final class Weighted {
        private final double coefficient = isDifferentiating() ? 0 : 1;

        double times(double x) {
            return coefficient * x;
        }
    }

    @Test
    void f068ForwardModeInManyDirections() {
        for (int n = 1; n <= 100; n++) {
            double[] x = new double[n];
            double[] expected = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = i + 1;
                expected[i] = 2 * x[i];
            }
            assertThat(jacobian(v -> new double[] {square(v)}, x)[0]).containsExactly(expected);
        }
    }

    private static double square(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each * each;
        }
        return sum;
    }

    @Test
    void f073AConstructorThatAsksWhetherItIsDifferentiated() {
        assertThat(new Weighted().times(3)).isEqualTo(3);
        assertThat(gradient(x -> new Weighted().times(x), 1.0)).isEqualTo(0.0);
    }

    @Test
    void f083AProductOfMatricesForwards() {
        assertThat(jvp((double x) -> sumOfSquare(x), 3.0, 1.0).tangent()).isEqualTo(6.0);
    }

    private static double sumOfSquare(double x) {
        double[][] a = new double[5][5];
        a[0][0] = x;
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                for (int k = 0; k < 5; k++) {
                    sum += a[i][k] * a[k][j];
                }
            }
        }
        return sum;
    }

    @Test
    void f367AResultBesidesTheSum() {
        Fn<double[], double[]> f = x -> new double[] {1 / x[0] + 1 / x[1] + 1 / x[2], 1 / x[0], 1 / x[1], 1 / x[2]};
        var both = pullback(f, new double[] {1, 2, 4});
        assertThat(both.value()).containsExactly(1.75, 1, 0.5, 0.25);
        assertThat(both.apply(new double[] {1, 0, 0, 0})).containsExactly(-1, -0.25, -0.0625);
    }

    @Test
    void f367AnAuxiliaryResult() {
        var all =
                withAuxiliary(
                        (double[] x) -> {
                            double[] z = {1 / x[0], 1 / x[1], 1 / x[2]};
                            return new Auxiliary<>(z[0] + z[1] + z[2], z);
                        },
                        new double[] {1, 2, 4});
        assertThat(all.value()).isEqualTo(1.75);
        assertThat(all.auxiliary()).containsExactly(1, 0.5, 0.25);
        assertThat(all.gradient()).containsExactly(-1, -0.25, -0.0625);
    }

    @Test
    void f368AnAuxiliaryResultOfARecord() {
        var all = withAuxiliary((Pair p) -> new Auxiliary<>(p.x / p.y, p.x * p.y), new Pair(3, 4));
        assertThat(all.value()).isEqualTo(0.75);
        assertThat(all.auxiliary()).isEqualTo(12);
        assertThat(all.gradient()).isEqualTo(new Pair(0.25, -0.1875));
    }

    private record Pair(double x, double y) {}

    @Test
    void f368ARecordOfResults() {
        var both = pullback((double[] x) -> new Parts(x[0] / x[1], x[0] * x[1]), new double[] {3, 4});
        assertThat(both.value()).isEqualTo(new Parts(0.75, 12));
        assertThat(both.apply(new Parts(1, 0))).containsExactly(0.25, -0.1875);
    }

    @Test
    void f371OneOfTwoResults() {
        Fn<Double, double[]> twice = x -> new double[] {x, x};
        assertThat(pullback(twice, 1.0).apply(new double[] {2, 0})).isEqualTo(2.0);
    }

    private static double[] fiveAndSeven(double x) {
        return new double[] {5 * x, 7 * x};
    }

    /** A rule for a method with two results. */
    @Rules(of = FactsSeveralResultsTest.class)
    static final class TwoResults {
        private TwoResults() {}

        @Reverse(of = "fiveAndSeven")
        static ValueAndPullbackInPlace<double[]> fiveAndSeven(double x) {
            return ValueAndPullbackInPlace.of(
                    FactsSeveralResultsTest.fiveAndSeven(x),
                    (bar, adjoints) -> adjoints.addToArgument(0, 5 * bar[0] + 7 * bar[1]));
        }
    }

    @Test
    void f384ARuleForTwoResults() {
        Differentiator withRule = Fluxion.builder().rules(TwoResults.class).build();
        double slope =
                withRule.gradient(
                        x -> {
                            double[] both = fiveAndSeven(x);
                            return both[0] + both[1];
                        },
                        Math.PI);
        assertThat(slope).isEqualTo(12.0);
    }

    @Test
    void f386ThreeResultsOfTwo() {
        Fn<double[], double[]> f = x -> new double[] {5 * x[0] + 7 * x[1], 100 * x[0], 10 * x[1]};
        double[] at = {Math.PI, 2 * Math.PI};
        assertThat(pullback(f, at).apply(new double[] {1, 1, 1})).containsExactly(105, 17);
    }

    @Test
    void f397TheJacobianInEachOfTwoArrays() {
        double[] xs = {1, 2, 3, 4};
        double[] ys = {5, 7, 9};
        assertThat(jacobian(x -> shifted(x, ys), xs)).isDeepEqualTo(new double[][] {{2, 4, 6, 8}, {2, 4, 6, 8}});
        assertThat(jacobian(y -> shifted(xs, y), ys)).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}});
    }

    private static double[] shifted(double[] x, double[] y) {
        return new double[] {y[0] + square(x), y[1] + square(x)};
    }
}
