package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;

import java.util.Arrays;

/**
 * The compiled gradient of a {@link DoubleArrayFn3}, from {@link Fluxion#gradient(DoubleArrayFn3)}. Thread safe as long
 * as the arrays given are not shared. One array given as two arguments is one array: both gradients are its gradient.
 */
public interface DoubleArrayGradient3 {

    /**
     * Adds the gradients to the sums and returns the function's value, without any check of the arguments: what a
     * compiled gradient implements. Each sum has its argument's length; it is another array than the arguments; two
     * sums are one array exactly if their arguments are.
     */
    double accumulate(double[] x, double[] y, double[] z, double[] xSum, double[] ySum, double[] zSum);

    /**
     * Stores the gradients in the last three arrays, whatever they held, and returns the function's value, without any
     * check of the arguments. A compiled gradient implements it where it can tell which elements it need not zero
     * first. The arrays to store in are different ones, of their arguments' lengths.
     */
    default double overwrite(double[] x, double[] y, double[] z, double[] xOut, double[] yOut, double[] zOut) {
        Arrays.fill(xOut, 0);
        Arrays.fill(yOut, 0);
        Arrays.fill(zOut, 0);
        return accumulate(x, y, z, xOut, yOut, zOut);
    }

    /**
     * Returns the gradients, fresh arrays of the arguments' lengths.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    default ArrayGradients3 at(double[] x, double[] y, double[] z) {
        return withGradient(x, y, z).gradient();
    }

    /**
     * Stores the gradients in {@code xOut}, {@code yOut} and {@code zOut} and returns the function's value. Allocates
     * nothing.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, if one to store in has another
     *     length than its argument, or if it is also an argument or another one to store in
     */
    default double into(double[] x, double[] y, double[] z, double[] xOut, double[] yOut, double[] zOut) {
        return ArrayArguments.into(this, x, y, z, xOut, yOut, zOut);
    }

    /**
     * Returns the function's value and its gradients.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    default ValueAndGradient<ArrayGradients3> withGradient(double[] x, double[] y, double[] z) {
        Refusals.requireArgument("x", x);
        Refusals.requireArgument("y", y);
        Refusals.requireArgument("z", z);
        double[] xBar = new double[x.length];
        double[] yBar = new double[y.length];
        double[] zBar = new double[z.length];
        double value = into(x, y, z, xBar, yBar, zBar);
        return new ValueAndGradient<>(value, new ArrayGradients3(xBar, yBar, zBar));
    }
}
