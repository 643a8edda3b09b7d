package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;

/**
 * The compiled gradient of a {@link DoubleFn3}, from {@link Fluxion#gradient(DoubleFn3)}. Thread safe.
 *
 * <pre>{@code
 * DoubleGradient3 g = gradient((double x, double y, double z) -> x * y + z);
 * g.at(2.0, 3.0, 5.0);                    // Gradients3[first=3.0, second=2.0, third=1.0]
 * }</pre>
 */
public interface DoubleGradient3 {

    /**
     * Stores the three partial derivatives in {@code out} and returns the value, without any check of {@code out}: what
     * a compiled gradient implements. Prefer {@link #into}.
     */
    double store(double x, double y, double z, double[] out);

    /** Returns the partial derivatives. */
    default Gradients3 at(double x, double y, double z) {
        double[] out = new double[3];
        store(x, y, z, out);
        return new Gradients3(out[0], out[1], out[2]);
    }

    /**
     * Stores the three partial derivatives in {@code out} and returns the function's value. Allocates nothing.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code out} is null or not of length 3
     */
    default double into(double x, double y, double z, double[] out) {
        Refusals.requireLength(3, out);
        return store(x, y, z, out);
    }

    /** Returns the function's value and its partial derivatives. */
    default ValueAndGradient<Gradients3> withGradient(double x, double y, double z) {
        double[] out = new double[3];
        double value = store(x, y, z, out);
        return new ValueAndGradient<>(value, new Gradients3(out[0], out[1], out[2]));
    }
}
