package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;

/**
 * The compiled gradient of a {@link DoubleFn4}, from {@link Fluxion#gradient(DoubleFn4)}. Thread safe.
 *
 * <pre>{@code
 * DoubleGradient4 g = gradient((double a, double b, double c, double d) -> a * d - b * c);
 * g.at(1, 2, 3, 4).first();               // 4.0
 * }</pre>
 */
public interface DoubleGradient4 {

    /**
     * Stores the four partial derivatives in {@code out} and returns the value, without any check of {@code out}: what
     * a compiled gradient implements. Prefer {@link #into}.
     */
    double store(double x, double y, double z, double w, double[] out);

    /** Returns the partial derivatives. */
    default Gradients4 at(double x, double y, double z, double w) {
        double[] out = new double[4];
        store(x, y, z, w, out);
        return new Gradients4(out[0], out[1], out[2], out[3]);
    }

    /**
     * Stores the four partial derivatives in {@code out} and returns the function's value. Allocates nothing.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code out} is null or not of length 4
     */
    default double into(double x, double y, double z, double w, double[] out) {
        Refusals.requireLength(4, out);
        return store(x, y, z, w, out);
    }

    /** Returns the function's value and its partial derivatives. */
    default ValueAndGradient<Gradients4> withGradient(double x, double y, double z, double w) {
        double[] out = new double[4];
        double value = store(x, y, z, w, out);
        return new ValueAndGradient<>(value, new Gradients4(out[0], out[1], out[2], out[3]));
    }
}
