package dev.fluxion.engine.nested;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.jvp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;

/** Compares derivatives of functions that take derivatives themselves with central differences. */
final class Inside {

    private static final double STEP = 1e-5;

    private Inside() {}

    /** Asserts that the derivative is right in both modes, at two points. */
    static void assertRight(DoubleFn f) {
        for (double x : new double[] {0.7, 1.3}) {
            double slope = (f.applyAsDouble(x + STEP) - f.applyAsDouble(x - STEP)) / (2 * STEP);
            double tolerance = 1e-6 * Math.max(1, Math.abs(slope));
            assertThat(gradient(f, x)).as("reverse at %s", x).isCloseTo(slope, within(tolerance));
            assertThat(jvp(f, x, 1).tangent()).as("forward at %s", x).isCloseTo(slope, within(tolerance));
            assertThat(jvp(f, x, 1).value()).as("value at %s", x).isCloseTo(f.applyAsDouble(x), within(1e-12));
        }
    }

    static double[] vector(double[] a, double s) {
        return new double[] {a[0] * a[1] * s, Math.sin(a[0] * s), a[1] * a[1] * a[2]};
    }

    static double number(double[] a, double s) {
        return a[0] * a[1] * a[1] * s + Math.exp(a[2] * s) * a[0];
    }
}
