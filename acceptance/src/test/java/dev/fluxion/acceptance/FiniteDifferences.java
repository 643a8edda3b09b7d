package dev.fluxion.acceptance;

import dev.fluxion.DoubleArrayFn;

/** Central differences, extrapolated: the best of several pairs of steps by their own estimate of the error. */
final class FiniteDifferences {

    private FiniteDifferences() {}

    static double[] of(DoubleArrayFn function, double[] at) {
        double[] differences = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            differences[i] = partial(function, at, i);
        }
        return differences;
    }

    private static double partial(DoubleArrayFn function, double[] at, int i) {
        double best = Double.NaN;
        double smallest = Double.POSITIVE_INFINITY;
        for (double step = 1e-2; step > 1e-7; step /= 4) {
            double h = step * Math.max(0.1, Math.abs(at[i]));
            double wide = central(function, at, i, h);
            double narrow = central(function, at, i, h / 2);
            double extrapolated = (4 * narrow - wide) / 3;
            double error = Math.abs(extrapolated - narrow);
            if (error < smallest) {
                smallest = error;
                best = extrapolated;
            }
        }
        return best;
    }

    private static double central(DoubleArrayFn function, double[] at, int i, double h) {
        double[] up = at.clone();
        double[] down = at.clone();
        up[i] += h;
        down[i] -= h;
        return (function.applyAsDouble(up) - function.applyAsDouble(down)) / (up[i] - down[i]);
    }
}
