package dev.fluxion.testkit.oracle;

import java.util.Arrays;

/**
 * The operations on numbers in the order in which they were done, each with its (at most two) inputs and partial
 * derivatives (R. E. Wengert, doi:10.1145/355586.364791).
 */
final class WengertList {

    /** Added to the size of each partial derivative where errors are summed up: a formula for it has its own error. */
    private static final double PARTIAL_ERROR = 1e-3;

    private int[] inputs = new int[256];
    private double[] partials = new double[256];
    private boolean[] singles = new boolean[128];
    private int size;

    /** Adds an independent number. */
    int input() {
        return add(false, Real.CONSTANT, 0, Real.CONSTANT, 0);
    }

    /** Adds the result of an operation. */
    int add(boolean isSingle, int x, double dx, int y, double dy) {
        if (size == singles.length) {
            inputs = Arrays.copyOf(inputs, 4 * size);
            partials = Arrays.copyOf(partials, 4 * size);
            singles = Arrays.copyOf(singles, 2 * size);
        }
        inputs[2 * size] = x;
        inputs[2 * size + 1] = y;
        partials[2 * size] = dx;
        partials[2 * size + 1] = dy;
        singles[size] = isSingle;
        return size++;
    }

    /** Returns the derivatives of a result in all numbers; where a way that gives nothing is infinite, in zero. */
    double[] adjoints(int result) {
        double[] adjoints = new double[size];
        adjoints[result] = 1;
        for (int i = result; i >= 0; i--) {
            double adjoint = adjoints[i];
            if (adjoint != 0) {
                for (int k = 2 * i; k < 2 * i + 2; k++) {
                    if (inputs[k] >= 0) {
                        adjoints[inputs[k]] += adjoint * partials[k];
                    }
                }
            }
        }
        return adjoints;
    }

    /** Returns the same sums, of absolute values. */
    double[] scales(int result) {
        double[] scales = new double[size];
        scales[result] = 1;
        for (int i = result; i >= 0; i--) {
            if (scales[i] != 0) {
                for (int k = 2 * i; k < 2 * i + 2; k++) {
                    if (inputs[k] >= 0) {
                        scales[inputs[k]] += scales[i] * (Math.abs(partials[k]) + PARTIAL_ERROR);
                    }
                }
            }
        }
        return scales;
    }

    /** Returns whether a float was on a way to the result. */
    boolean usesSingles(int result) {
        boolean[] used = new boolean[size];
        used[result] = true;
        for (int i = result; i >= 0; i--) {
            if (used[i]) {
                if (singles[i]) {
                    return true;
                }
                for (int k = 2 * i; k < 2 * i + 2; k++) {
                    if (inputs[k] >= 0) {
                        used[inputs[k]] = true;
                    }
                }
            }
        }
        return false;
    }
}
