package dev.fluxion.engine.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;

import org.assertj.core.data.Offset;

/** Compares derivatives with differences of values. */
final class Derivatives {

    private static final double STEP = 0x1p-17;
    private static final double TOLERANCE = 1e-7;

    private Derivatives() {}

    /** Asserts that the derivative is right and that its code makes no objects. */
    static void assertDissolved(DoubleFn f, double... points) {
        assertDerivative(f, points);
        assertThat(Fluxion.explain(f).adjointIr()).doesNotContain("new dev/", "Shadows", "valueOf");
    }

    /** Asserts that the derivative is right. */
    static void assertDerivative(DoubleFn f, double... points) {
        for (double x : points) {
            double expected = (f.applyAsDouble(x + STEP) - f.applyAsDouble(x - STEP)) / (2 * STEP);
            assertThat(Fluxion.gradient(f, x))
                    .as("derivative at %s", x)
                    .isCloseTo(expected, Offset.offset(TOLERANCE * (1 + Math.abs(expected))));
        }
    }
}
