package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.CurvatureSweeps;
import dev.fluxion.runtime.sweep.Directions;

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

    private final CurvatureSweeps sweeps;

    /** Makes one of compiled sweeps. */
    public Hessian(CurvatureSweeps sweeps) {
        this.sweeps = sweeps;
    }

    /**
     * Returns the Hessian at {@code x}, a square matrix that is symmetric up to rounding.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public double[][] at(double[] x) {
        Refusals.requireArgument("x", x);
        double[][] hessian = new double[x.length][x.length];
        sweeps.run(
                x,
                x.length,
                Directions.UNITS,
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
        sweeps.run(
                x,
                x.length,
                Directions.UNITS,
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
        sweeps.run(
                x,
                1,
                (xDot, from, lanes) -> System.arraycopy(v, 0, xDot, 0, v.length),
                (tangents, from, lanes) -> System.arraycopy(tangents, 0, product, 0, product.length));
        return product;
    }
}
