package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.Curvature;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The compiled second derivatives of a function from an array to a number, for use at many points: the gradient,
 * differentiated in forward mode in several directions at once. Thread safe.
 *
 * <pre>{@code
 * Hessian h = hessian((double[] x) -> x[0] * x[0] * x[1]);
 * h.at(new double[] {2, 3});                          // {{6, 4}, {4, 0}}
 * h.times(new double[] {2, 3}, new double[] {1, 0});  // {6, 4}
 * }</pre>
 */
public final class Hessian {

    private final IntFunction<Curvature> sweeps;
    private volatile @Nullable Curvature one;
    private volatile @Nullable Curvature four;
    private volatile @Nullable Curvature eight;

    /**
     * Makes one.
     *
     * @param sweeps gives the derivative of the gradient in 1, 4 or 8 directions at once
     */
    public Hessian(IntFunction<Curvature> sweeps) {
        this.sweeps = sweeps;
        this.one = sweeps.apply(1);
    }

    /**
     * Returns the Hessian at {@code x}, a square matrix that is symmetric up to rounding.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public double[][] at(double[] x) {
        Refusals.requireArgument("x", x);
        double[][] hessian = new double[x.length][x.length];
        sweep(
                x,
                (tangents, from, lanes) -> {
                    for (int row = 0; row < x.length; row++) {
                        int columns = Math.min(lanes, x.length - from);
                        System.arraycopy(tangents, row * lanes, hessian[row], from, columns);
                    }
                });
        return hessian;
    }

    /**
     * Returns the Hessian's diagonal at {@code x}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public double[] diagonal(double[] x) {
        Refusals.requireArgument("x", x);
        double[] diagonal = new double[x.length];
        sweep(
                x,
                (tangents, from, lanes) -> {
                    for (int i = from; i < Math.min(from + lanes, x.length); i++) {
                        diagonal[i] = tangents[i * lanes + i - from];
                    }
                });
        return diagonal;
    }

    /**
     * Returns the Hessian at {@code x} times a vector, at the cost of about two gradients.
     *
     * @param v the vector, of the length of {@code x}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, or the lengths differ
     */
    public double[] times(double[] x, double[] v) {
        Refusals.requireArgument("x", x);
        Refusals.requireArgument("v", v);
        Refusals.requireOfLength("v", x.length, v);
        double[] product = new double[x.length];
        sweep(1).run(x, new double[x.length], v.clone(), product);
        return product;
    }

    private interface Columns {
        void take(double[] tangents, int from, int lanes);
    }

    private void sweep(double[] x, Columns columns) {
        int lanes = Directions.lanes(x.length);
        Curvature sweep = sweep(lanes);
        double[] gradient = new double[x.length];
        double[] xDot = new double[Math.multiplyExact(x.length, lanes)];
        double[] gradientDot = new double[xDot.length];
        for (int from = 0; from < x.length; from += lanes) {
            Arrays.fill(gradient, 0);
            Arrays.fill(gradientDot, 0);
            Directions.set(xDot, from, lanes);
            sweep.run(Directions.point(x, from + lanes), gradient, xDot, gradientDot);
            columns.take(gradientDot, from, lanes);
        }
    }

    private Curvature sweep(int lanes) {
        Curvature known = lanes == 1 ? one : lanes == 4 ? four : eight;
        if (known == null) {
            known = sweeps.apply(lanes);
            if (lanes == 4) {
                four = known;
            } else if (lanes == 8) {
                eight = known;
            }
        }
        return known;
    }
}
