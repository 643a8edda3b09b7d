package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;

import java.util.Arrays;

/**
 * The compiled gradient of a {@link DoubleArrayFn2}, from {@link Fluxion#gradient(DoubleArrayFn2)}. Thread safe as long
 * as the arrays given are not shared. One array given as both arguments is one array: both gradients are its gradient.
 */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
public interface DoubleArrayGradient2 {

    /**
     * Adds the gradients to {@code xSum} and {@code ySum} and returns the function's value, without any check of the
     * arguments: what a compiled gradient implements. Each sum has its argument's length; it is another array than the
     * arguments; the sums are one array exactly if the arguments are.
     */
    double accumulate(double[] x, double[] y, double[] xSum, double[] ySum);

    /**
     * Stores the gradients in {@code xOut} and {@code yOut}, whatever they held, and returns the function's value,
     * without any check of the arguments. A compiled gradient implements it where it can tell which elements it need
     * not zero first. The arrays to store in are different ones, of their arguments' lengths.
     */
    default double overwrite(double[] x, double[] y, double[] xOut, double[] yOut) {
        Arrays.fill(xOut, 0);
        Arrays.fill(yOut, 0);
        return accumulate(x, y, xOut, yOut);
    }

    /**
     * Returns the gradients, fresh arrays of the arguments' lengths.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    default ArrayGradients2 at(double[] x, double[] y) {
        return withGradient(x, y).gradient();
    }

    /**
     * Stores the gradients in {@code xOut} and {@code yOut} and returns the function's value. Allocates nothing.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, if one to store in has another
     *     length than its argument, or if it is also an argument or the other one to store in
     */
    default double into(double[] x, double[] y, double[] xOut, double[] yOut) {
        Refusals.requireOut("x", x, xOut);
        Refusals.requireOut("y", y, yOut);
        Refusals.requireDistinct(x, yOut);
        Refusals.requireDistinct(y, xOut);
        Refusals.requireDistinct(xOut, yOut);
        if (x == y) {
            Arrays.fill(xOut, 0);
            double value = accumulate(x, y, xOut, xOut);
            System.arraycopy(xOut, 0, yOut, 0, xOut.length);
            return value;
        }
        return overwrite(x, y, xOut, yOut);
    }

    /**
     * Returns the function's value and its gradients.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    default ValueAndGradient<ArrayGradients2> withGradient(double[] x, double[] y) {
        Refusals.requireArgument("x", x);
        Refusals.requireArgument("y", y);
        double[] xBar = new double[x.length];
        double[] yBar = x == y ? xBar : new double[y.length];
        double value = accumulate(x, y, xBar, yBar);
        return new ValueAndGradient<>(value, new ArrayGradients2(xBar, x == y ? xBar.clone() : yBar));
    }
}
