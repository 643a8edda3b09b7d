package dev.fluxion.engine.streams;

import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;

/** Compares derivatives with central differences, and values with those of the plain call. */
public final class Slope {

    private static final double POINT = 1.3;
    private static final double STEP = 1e-5;

    private Slope() {}

    /** Asserts that value and derivative are right at one point. */
    public static void check(DoubleFn f) {
        double slope = (f.applyAsDouble(POINT + STEP) - f.applyAsDouble(POINT - STEP)) / (2 * STEP);
        var both = withGradient(f, POINT);
        assertThat(both.value()).isEqualTo(f.applyAsDouble(POINT));
        assertThat(both.gradient()).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
    }
}
