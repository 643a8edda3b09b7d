package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;

import java.util.Arrays;

/**
 * The compiled gradient of a {@link FloatArrayFn}, from {@link Fluxion#gradient(FloatArrayFn)}. Thread safe as long as
 * the arrays given are not shared.
 *
 * <pre>{@code
 * FloatArrayGradient g = gradient((float[] x) -> x[0] * x[1]);
 * g.at(new float[] {2, 3});              // {3, 2}
 * float[] out = new float[2];
 * float value = g.into(x, out);          // nothing is allocated
 * }</pre>
 */
public interface FloatArrayGradient {

    /**
     * Adds the gradient to {@code sum} and returns the function's value, without any check of the arguments: what a
     * compiled gradient implements. The arrays are different ones of equal length.
     */
    float accumulate(float[] x, float[] sum);

    /**
     * Stores the gradient in {@code out}, whatever that held, and returns the function's value, without any check of
     * the arguments. A compiled gradient implements it where it can tell which elements it need not zero first. The
     * arrays are different ones of equal length.
     */
    default float overwrite(float[] x, float[] out) {
        Arrays.fill(out, 0);
        return accumulate(x, out);
    }

    /**
     * Returns the gradient at {@code x}, a fresh array of its length.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    default float[] at(float[] x) {
        Refusals.requireArgument("x", x);
        float[] gradient = new float[x.length];
        accumulate(x, gradient);
        return gradient;
    }

    /**
     * Stores the gradient at {@code x} in {@code out}, whatever that held, and returns the function's value. Allocates
     * nothing.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, if {@code out} has another length
     *     than {@code x}, or if they are the same array
     */
    default float into(float[] x, float[] out) {
        Refusals.requireOut("x", x, out);
        return overwrite(x, out);
    }

    /**
     * Returns the function's value and its gradient at {@code x}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    default ValueAndGradient<float[]> withGradient(float[] x) {
        Refusals.requireArgument("x", x);
        float[] gradient = new float[x.length];
        float value = accumulate(x, gradient);
        return new ValueAndGradient<>(value, gradient);
    }
}
