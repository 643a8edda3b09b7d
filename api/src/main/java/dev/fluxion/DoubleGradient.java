package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;

/**
 * The compiled gradient of a {@link DoubleFn}, from {@link Fluxion#gradient(DoubleFn)}. Thread safe; made once, it runs
 * like code written by hand.
 *
 * <pre>{@code
 * DoubleGradient g = gradient((double x) -> x * x);
 * g.at(3.0);                              // 6.0
 * double[] out = new double[1];
 * double value = g.into(3.0, out);        // 9.0, and out[0] is 6.0; nothing is allocated
 * }</pre>
 */
public interface DoubleGradient {

    /** Returns the derivative at {@code x}. */
    double at(double x);

    /**
     * Stores the derivative in {@code out[0]} and returns the value, without any check of {@code out}: what a compiled
     * gradient implements. Prefer {@link #into}.
     */
    double store(double x, double[] out);

    /**
     * Stores the derivative in {@code out[0]} and returns the function's value. Allocates nothing.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code out} is null or not of length 1
     */
    default double into(double x, double[] out) {
        Refusals.requireLength(1, out);
        return store(x, out);
    }

    /** Returns the function's value and its derivative at {@code x}. */
    default ValueAndGradient<Double> withGradient(double x) {
        double[] out = new double[1];
        double value = store(x, out);
        return new ValueAndGradient<>(value, out[0]);
    }
}
