package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;

import java.util.Arrays;

/** Checks three arrays and those for their gradients, and gives equal arguments one shadow. */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
final class ArrayArguments {

    private ArrayArguments() {}

    /** Does the work of {@link DoubleArrayGradient3#into}. */
    static double into(
            DoubleArrayGradient3 gradient,
            double[] x,
            double[] y,
            double[] z,
            double[] xOut,
            double[] yOut,
            double[] zOut) {
        Refusals.requireOut("x", x, xOut);
        Refusals.requireOut("y", y, yOut);
        Refusals.requireOut("z", z, zOut);
        requireNoneOf(xOut, x, y, z, yOut, zOut);
        requireNoneOf(yOut, x, y, z, xOut, zOut);
        requireNoneOf(zOut, x, y, z, xOut, yOut);
        if (x != y && x != z && y != z) {
            return gradient.overwrite(x, y, z, xOut, yOut, zOut);
        }
        double[] yShadow = y == x ? xOut : yOut;
        double[] zShadow = z == x ? xOut : z == y ? yShadow : zOut;
        Arrays.fill(xOut, 0);
        Arrays.fill(yOut, 0);
        Arrays.fill(zOut, 0);
        double value = gradient.accumulate(x, y, z, xOut, yShadow, zShadow);
        copy(yShadow, yOut);
        copy(zShadow, zOut);
        return value;
    }

    private static void requireNoneOf(double[] out, double[] x, double[] y, double[] z, double[] a, double[] b) {
        Refusals.requireDistinct(x, out);
        Refusals.requireDistinct(y, out);
        Refusals.requireDistinct(z, out);
        Refusals.requireDistinct(a, out);
        Refusals.requireDistinct(b, out);
    }

    private static void copy(double[] from, double[] to) {
        if (from != to) {
            System.arraycopy(from, 0, to, 0, to.length);
        }
    }
}
