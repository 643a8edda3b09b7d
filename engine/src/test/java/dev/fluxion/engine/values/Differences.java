package dev.fluxion.engine.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Central differences of functions of anything that can be built of numbers. */
final class Differences {

    private static final double STEP = 1e-6;

    private Differences() {}

    /**
     * Checks a gradient, written as the numbers that its argument was built of.
     *
     * @param f the function; it may change what it is given
     * @param build builds a fresh argument
     * @param at the numbers
     * @param gradient the gradient in each of them
     */
    static <T> void check(ToDoubleFunction<T> f, Function<double[], T> build, double[] at, double[] gradient) {
        assertThat(gradient).hasSameSizeAs(at);
        for (int i = 0; i < at.length; i++) {
            double[] moved = at.clone();
            moved[i] = at[i] + STEP;
            double right = f.applyAsDouble(build.apply(moved));
            moved[i] = at[i] - STEP;
            double difference = (right - f.applyAsDouble(build.apply(moved))) / (2 * STEP);
            double tolerance = 1e-6 * Math.max(1, Math.abs(difference));
            assertThat(gradient[i]).as("number %d", i).isCloseTo(difference, within(tolerance));
        }
    }
}
