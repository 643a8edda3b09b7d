package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.ValueAndGradient;

/** Compares gradients with central differences. */
public final class Slopes {

    private static final double STEP = 1e-6;

    private Slopes() {}

    /**
     * Asserts that value and gradient of {@code f} are right at some points, twice with the same gradient, so that
     * nothing is left over from the first time.
     */
    public static void assertRight(DoubleArrayFn f, double[]... points) {
        var gradient = gradient(f);
        for (int round = 0; round < 2; round++) {
            for (double[] point : points) {
                ValueAndGradient<double[]> both = gradient.withGradient(point.clone());
                assertThat(both.value()).isEqualTo(f.applyAsDouble(point.clone()));
                double[] slopes = of(f, point);
                for (int i = 0; i < point.length; i++) {
                    assertThat(both.gradient()[i])
                            .as("slope %d at %s", i, java.util.Arrays.toString(point))
                            .isCloseTo(slopes[i], within(1e-6 * Math.max(1, Math.abs(slopes[i]))));
                }
            }
        }
    }

    /** Returns the central differences. */
    public static double[] of(DoubleArrayFn f, double[] point) {
        double[] slopes = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += STEP;
            down[i] -= STEP;
            slopes[i] = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * STEP);
        }
        return slopes;
    }
}
