package dev.fluxion.engine.size;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Code of which dozens of ways lead to one place, as from each statement of a {@code try} to its handler: what is
 * remembered on each way is code for that way, not for all of them.
 */
class ManyWaysTest {

    private static int[] divisors = {1, 1, 1};

    /** May throw, and computes several numbers that its derivative remembers. */
    private static double step(double s, double x, int i) {
        int whole = 6 / divisors[i];
        double a = Math.sin(s * x + 1.0 / whole);
        return a * Math.exp(-a * s);
    }

    private static double waysToOneHandler(double[] x) {
        double s = x[0];
        int done = 0;
        try {
            s = step(step(step(step(s, x[1], 0), x[2], 0), x[0], 0), x[1], 0);
            s = step(step(step(step(s, x[1], 0), x[2], 0), x[0], 0), x[1], 0);
            s = step(step(step(step(s, x[1], 0), x[2], 0), x[0], 0), x[1], 0);
            done = 1;
            s = step(step(step(step(s, x[1], 1), x[2], 1), x[0], 1), x[1], 1);
            s = step(step(step(step(s, x[1], 1), x[2], 1), x[0], 1), x[1], 1);
            s = step(step(step(step(s, x[1], 1), x[2], 1), x[0], 1), x[1], 1);
            done = 2;
            s = step(step(step(step(s, x[1], 2), x[2], 2), x[0], 2), x[1], 2);
            s = step(step(step(step(s, x[1], 2), x[2], 2), x[0], 2), x[1], 2);
            s = step(step(step(step(s, x[1], 2), x[2], 2), x[0], 2), x[1], 2);
            done = 3;
        } catch (ArithmeticException byZero) {
            s = s * s * x[1] + Math.cos(x[2]);
        }
        return s * x[2] + done * x[0];
    }

    /** The second derivative of all ways does not fit one method in four directions at once, or did not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void eachWayIsRemembered(int fails) {
        divisors = new int[] {1, 1, 1};
        if (fails < 3) {
            divisors[fails] = 0;
        }
        check(ManyWaysTest::waysToOneHandler, 0.8, -0.7, 0.6);
    }

    private static void check(DoubleArrayFn function, double... x) {
        double[] slope = gradient(function, x.clone());
        double[][] curvature = hessian(function).at(x.clone());
        double h = 1e-5;
        for (int i = 0; i < x.length; i++) {
            double[] above = x.clone();
            double[] below = x.clone();
            above[i] += h;
            below[i] -= h;
            double expected = (function.applyAsDouble(above) - function.applyAsDouble(below)) / (2 * h);
            assertThat(slope[i]).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
            double[] slopeAbove = gradient(function, above);
            double[] slopeBelow = gradient(function, below);
            for (int j = 0; j < x.length; j++) {
                double change = (slopeAbove[j] - slopeBelow[j]) / (2 * h);
                assertThat(curvature[i][j]).isCloseTo(change, within(1e-6 * (1 + Math.abs(change))));
            }
        }
    }
}
