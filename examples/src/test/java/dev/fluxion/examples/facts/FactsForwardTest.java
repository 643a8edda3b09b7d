package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pullback;
import static dev.fluxion.Fluxion.pushforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fn;
import dev.fluxion.derivative.Pushforward;

import org.junit.jupiter.api.Test;

/** Forward mode, also of functions that take derivatives. */
final class FactsForwardTest {

    @Test
    void f066Square() {
        assertThat(jvp(x -> x * x, 5.0, 1.0).tangent()).isEqualTo(10);
        assertThat(hessian(x -> x * x * x / 3, 5.0)).as("forwards over backwards").isCloseTo(10, within(1e-14));
    }

    @Test
    void f068SquaredNormsOfSeveralLengths() {
        for (int n = 1; n < 100; n += 10) {
            double[] x = new double[n];
            double[] twice = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = i + 1;
                twice[i] = 2 * x[i];
            }
            Fn<double[], Double> f = v -> squaredNorm(v);
            Pushforward<double[], Double> forward = pushforward(f, x);
            for (int i = 0; i < n; i++) {
                double[] unit = new double[n];
                unit[i] = 1;
                assertThat(forward.apply(unit)).isEqualTo(twice[i]);
            }
            double[][] second = jacobian(v -> gradient(u -> squaredNorm(u), v), x);
            for (int i = 0; i < n; i++) {
                double[] expected = new double[n];
                expected[i] = 2;
                assertThat(second[i]).containsExactly(expected);
            }
        }
    }

    private static double squaredNorm(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element * element;
        }
        return sum;
    }

    @Test
    void f067ForwardsOverAnInnerDerivativeWithACapture() {
        Fn<double[], Double> f = v -> gradient(z -> z * z / 2 * v[1], v[0]);
        assertThat(jvp(f, new double[] {2, 3}, new double[] {1, 0}).tangent()).isEqualTo(3);
        assertThat(jvp(f, new double[] {2, 3}, new double[] {0, 1}).tangent()).isEqualTo(2);
    }

    @Test
    void f074SeedOfOneOfThreeResults() {
        Fn<Double, double[]> f = x -> new double[] {x, 2 * x, 3 * x};
        assertThat(pullback(f, 1.0).apply(new double[] {1, 0, 0})).isEqualTo(1);
        assertThat(pullback(f, 1.0).apply(new double[] {1, 10, 100})).isEqualTo(321);
    }

    @Test
    void f074PullbacksInsideOfPullbacks() {
        Fn<Double, double[]> f = x -> new double[] {x, 2 * x, 3 * x};
        DoubleFn first = y -> pullback(f, (Double) 1.0).apply(new double[] {y, 0, 0});
        DoubleFn second = y -> pullback(first, 1.0).apply(y);
        DoubleFn third = y -> pullback(second, 1.0).apply(y);
        assertThat(first.applyAsDouble(1)).isEqualTo(1);
        assertThat(gradient(first, 1.0)).isEqualTo(1);
        assertThat(gradient(second, 1.0)).isEqualTo(1);
        assertThat(gradient(third, 1.0)).isEqualTo(1);
        assertThat(jvp(third, 1.0, 1.0).tangent()).isEqualTo(1);
    }

    @Test
    void f076SineOfCosine() {
        assertThat(jvp(x -> Math.sin(Math.cos(x)), 0.5, 1).tangent()).isCloseTo(-0.30635890918999453, within(1e-15));
    }

    @Test
    void f077SecondDerivativeOfCosine() {
        assertThat(hessian(x -> Math.cos(x), 0.5)).isCloseTo(-0.8775825618903728, within(1e-15));
        assertThat(jvp(x -> gradient(y -> Math.cos(y), x), 0.5, 1).tangent())
                .isCloseTo(-0.8775825618903728, within(1e-15));
    }

    @Test
    void f078InnerDerivativeThatCapturesAFactor() {
        assertThat(jvp(x -> x * gradient(y -> x * y, 1), 4, 1).tangent()).isEqualTo(8);
    }

    @Test
    void f079Power() {
        assertThat(jvp(x -> cube(x), 2, 1).tangent()).isEqualTo(12);
    }

    private static double cube(double x) {
        double r = 1;
        for (int n = 3; n > 0; n--) {
            r *= x;
        }
        return r;
    }

    @Test
    void f081InnerFunctionThatAssignsWhatItHasCaptured() {
        assertThat(jvp(x -> assigned(x), 1, 1).tangent()).isEqualTo(1);
        assertThat(gradient(x -> assigned(x), 1)).isEqualTo(1);
    }

    private static double assigned(double x) {
        double[] cell = {x};
        double slope =
                gradient(
                        y -> {
                            cell[0] = y;
                            return y;
                        },
                        x);
        return slope * cell[0];
    }

    @Test
    void f082InnermostFunctionThatAssignsWhatItHasCaptured() {
        assertThat(jvp(x -> overwritten(x), 1, 1).tangent()).isZero();
        assertThat(gradient(x -> overwritten(x), 1)).isZero();
    }

    private static double overwritten(double x) {
        double[] cell = {x};
        gradient(
                y ->
                        gradient(
                                z -> {
                                    cell[0] = z * y;
                                    return cell[0];
                                },
                                1),
                1);
        return cell[0];
    }

    @Test
    void f084ModulusOfAComplexNumber() {
        assertThat(jvp(x -> Complex.real(x).plus(new Complex(0, 2)).modulus(), 1, 1).tangent())
                .isCloseTo(0.4472135955, within(5e-11));
    }
}
