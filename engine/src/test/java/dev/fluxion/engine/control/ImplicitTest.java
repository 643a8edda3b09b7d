package dev.fluxion.engine.control;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.implicit;
import static dev.fluxion.Fluxion.jvp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

/**
 * Solutions of equations, differentiated by the equation: closed forms, differences, and solvers nobody could follow.
 */
class ImplicitTest {

    private static int solved;

    /** The square root by bisection on whole numbers of steps: nothing that could be differentiated. */
    private static double bisected(double a) {
        solved++;
        double low = 0;
        double high = Math.max(1, a);
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (middle * middle > a) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    @Test
    void theSquareRootInAllOrders() {
        DoubleFn f = a -> implicit(b -> bisected(b), (b, y) -> y * y - b, a);
        assertThat(f.applyAsDouble(2)).isEqualTo(bisected(2));
        solved = 0;
        assertThat(gradient(f, 2)).isCloseTo(0.5 / Math.sqrt(2), within(1e-15));
        assertThat(solved).isEqualTo(1);
        assertThat(jvp(f, 2, 1).tangent()).isCloseTo(0.5 / Math.sqrt(2), within(1e-15));
        assertThat(jvp(f, 2, 1).value()).isEqualTo(f.applyAsDouble(2));
        assertThat(hessian(f, 2)).isCloseTo(-0.25 * Math.pow(2, -1.5), within(1e-14));
        DoubleFn second = derivative(derivative(f));
        assertThat(second.applyAsDouble(2)).isCloseTo(-0.25 * Math.pow(2, -1.5), within(1e-14));
        assertThat(derivative(second).applyAsDouble(2)).isCloseTo(0.375 * Math.pow(2, -2.5), within(1e-13));
    }

    @Test
    void theFifthDerivativeIsRightAndTheSixthRefused() {
        DoubleFn f = a -> implicit(b -> bisected(b), (b, y) -> y * y - b, a);
        DoubleFn fifth = derivative(derivative(derivative(derivative(derivative(f)))));
        assertThat(fifth.applyAsDouble(2)).isCloseTo(105.0 / 32 * Math.pow(2, -4.5), within(1e-11));
        assertThatThrownBy(() -> derivative(fifth).applyAsDouble(2))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("the sixth derivative of what implicit returns");
    }

    @Test
    void whatTheConditionHasCapturedCounts() {
        // y = cos(c y) at c: a fixed point
        DoubleArrayFn f =
                w ->
                        implicit(
                                        start -> {
                                            double y = start;
                                            for (int i = 0; i < 300; i++) {
                                                y = Math.cos(w[0] * y);
                                            }
                                            return y;
                                        },
                                        (start, y) -> y - Math.cos(w[0] * y),
                                        0.5)
                                * w[1];
        double[] x = {0.8, 3};
        double step = 1e-5;
        double up = f.applyAsDouble(new double[] {0.8 + step, 3});
        double down = f.applyAsDouble(new double[] {0.8 - step, 3});
        double[] gradient = gradient(f, x);
        assertThat(gradient[0]).isCloseTo((up - down) / (2 * step), within(1e-8));
        assertThat(gradient[1]).isCloseTo(f.applyAsDouble(x) / 3, within(1e-15));
    }

    /** A conic and a line: u^2 + v^2 = x0, u v = x1, by Newton's method. */
    private static double[] newton(double[] x) {
        double u = 2;
        double v = 0.5;
        for (int i = 0; i < 60; i++) {
            double f = u * u + v * v - x[0];
            double g = u * v - x[1];
            double d = 2 * u * u - 2 * v * v;
            double du = (u * f - 2 * v * g) / d;
            double dv = (2 * u * g - v * f) / d;
            u -= du;
            v -= dv;
        }
        return new double[] {u, v};
    }

    private static double[] conic(double[] x, double[] y) {
        return new double[] {y[0] * y[0] + y[1] * y[1] - x[0], y[0] * y[1] - x[1]};
    }

    /** u v^2 in closed form: (u + v)^2 = x0 + 2 x1, (u - v)^2 = x0 - 2 x1. */
    private static double closed(double[] x) {
        double sum = Math.sqrt(x[0] + 2 * x[1]);
        double difference = Math.sqrt(x[0] - 2 * x[1]);
        double v = (sum - difference) / 2;
        return (sum + difference) / 2 * v * v;
    }

    @Test
    void severalUnknowns() {
        DoubleArrayFn f =
                x -> {
                    double[] y = implicit(ImplicitTest::newton, ImplicitTest::conic, x);
                    return y[0] * y[1] * y[1];
                };
        double[] x = {5, 1.5};
        assertThat(f.applyAsDouble(x)).isCloseTo(closed(x), within(1e-14));
        double[] expected = gradient(ImplicitTest::closed, x);
        assertThat(gradient(f, x)).containsExactly(expected, within(1e-13));
        Fn<double[], Double> function = f::applyAsDouble;
        assertThat(jvp(function, x, new double[] {1, 2}).tangent())
                .isCloseTo(expected[0] + 2 * expected[1], within(1e-13));
        double[][] second = hessian(ImplicitTest::closed, x);
        double[][] ours = hessian(f, x);
        assertThat(ours[0]).containsExactly(second[0], within(1e-12));
        assertThat(ours[1]).containsExactly(second[1], within(1e-12));
    }

    @Test
    void aConditionThatDoesNotTellTheSolutionIsAnError() {
        DoubleFn f = a -> implicit(b -> 0.0, (b, y) -> y * y - b, a);
        assertThat(f.applyAsDouble(0)).isZero();
        assertThatThrownBy(() -> gradient(f, 0)).isInstanceOf(ArithmeticException.class);
        DoubleArrayFn g = x -> implicit(y -> new double[2], (v, y) -> new double[] {y[0], y[0]}, x)[1];
        assertThatThrownBy(() -> gradient(g, new double[] {1})).isInstanceOf(ArithmeticException.class);
    }
}
