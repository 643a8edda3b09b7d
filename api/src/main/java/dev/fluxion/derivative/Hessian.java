package dev.fluxion.derivative;

import dev.fluxion.derivative.sparse.CompressedHessian;
import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.CurvatureSweeps;
import dev.fluxion.runtime.sweep.Directions;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The compiled second derivatives of a function from an array to a number, for use at many points: the gradient,
 * differentiated in forward mode in several directions at once. Thread safe. As a function of the JDK it takes the
 * point.
 *
 * <p>Of 64 variables and more, it is first found out which elements may be other than zero along the path, by one more
 * run for each 416 variables; where they are few, columns that have no row in common are computed together.
 *
 * <pre>{@code
 * Hessian h = hessian((double[] x) -> x[0] * x[0] * x[1]);
 * h.at(new double[] {2, 3});                          // {{6, 4}, {4, 0}}
 * h.times(new double[] {2, 3}, new double[] {1, 0});  // {6, 4}
 * }</pre>
 */
public final class Hessian implements Function<double[], double[][]> {

    private final CurvatureSweeps sweeps;
    private final CompressedHessian compressed;

    /**
     * Makes one of compiled sweeps.
     *
     * @param compressed what computes matrices of many columns that are mostly zero
     */
    public Hessian(CurvatureSweeps sweeps, CompressedHessian compressed) {
        this.sweeps = sweeps;
        this.compressed = compressed;
    }

    /**
     * Returns the Hessian at {@code x}, a square matrix that is symmetric up to rounding.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public double[][] at(double[] x) {
        Refusals.requireArgument("x", x);
        double[][] hessian = new double[x.length][x.length];
        compute(x, hessian);
        return hessian;
    }

    /** As {@link #at}. */
    @Override
    public double[][] apply(double[] x) {
        return at(x);
    }

    /**
     * Computes the Hessian at {@code x}. From its second call on for arrays of one length it allocates what the
     * gradient does, which is nothing for most functions; if several threads call it at once, some of them make four
     * arrays more.
     *
     * @param out a square matrix with as many rows as {@code x} has elements, which is overwritten
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, or a length is another
     */
    public void into(double[] x, double[][] out) {
        Refusals.requireArgument("x", x);
        Refusals.requireMatrix("out", x.length, x.length, out);
        for (double[] row : out) {
            Arrays.fill(row, 0);
        }
        compute(x, out);
    }

    private void compute(double[] x, double[][] zeros) {
        if (!compressed.compute(x, sweeps, zeros)) {
            sweeps.matrix(x, zeros);
        }
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
        double[] product = new double[x.length];
        timesInto(x, v, product);
        return product;
    }

    /**
     * Computes the Hessian at {@code x} times a vector. Allocates as {@link #into} does.
     *
     * @param v the vector, of the length of {@code x}
     * @param out of that length, which is overwritten; it may be {@code v}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, or the lengths differ
     */
    public void timesInto(double[] x, double[] v, double[] out) {
        Refusals.requireArgument("x", x);
        Refusals.requireArgument("v", v);
        Refusals.requireArgument("out", out);
        Refusals.requireOfLength("v", x.length, v);
        Refusals.requireOfLength("out", x.length, out);
        sweeps.product(x, v, out);
    }
}
