package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;

/**
 * The compiled gradient of a {@link DoubleFn2}, from {@link Fluxion#gradient(DoubleFn2)}. Thread safe.
 *
 * <pre>{@code
 * DoubleGradient2 g = gradient((double x, double y) -> x * y);
 * g.at(2.0, 3.0);                         // Gradients2[first=3.0, second=2.0]
 * }</pre>
 */
public interface DoubleGradient2 {

    /**
     * Stores the two partial derivatives in {@code out} and returns the value, without any check of {@code out}: what a
     * compiled gradient implements. Prefer {@link #into}.
     */
    double store(double x, double y, double[] out);

    /** Returns the partial derivatives. */
    default Gradients2 at(double x, double y) {
        double[] out = new double[2];
        store(x, y, out);
        return new Gradients2(out[0], out[1]);
    }

    /**
     * Stores the two partial derivatives in {@code out} and returns the function's value. Allocates nothing.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code out} is null or not of length 2
     */
    default double into(double x, double y, double[] out) {
        Refusals.requireLength(2, out);
        return store(x, y, out);
    }

    /** Returns the function's value and its partial derivatives. */
    default ValueAndGradient<Gradients2> withGradient(double x, double y) {
        double[] out = new double[2];
        double value = store(x, y, out);
        return new ValueAndGradient<>(value, new Gradients2(out[0], out[1]));
    }
}
