package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.CotangentSweeps;

import java.util.function.BinaryOperator;

/**
 * The compiled derivative of a function from an array to an array backwards, for use at many points: a vector times the
 * Jacobian, without the Jacobian. Reverse mode; each call runs the function once, and once backwards. Of many
 * cotangents at one point, {@link Pullback} runs it once. Thread safe as long as the arrays given are not shared. As a
 * function of the JDK it takes point and cotangent.
 *
 * <pre>{@code
 * VectorPullback pb = pullback((double[] x) -> new double[] {x[0] * x[1], x[0]});
 * pb.at(new double[] {2, 3}, new double[] {1, 0});                 // {3, 2}
 * double[] out = new double[2];
 * pb.into(new double[] {2, 3}, new double[] {0, 1}, out);          // {6, 2}, and out is {1, 0}
 * }</pre>
 */
public final class VectorPullback implements BinaryOperator<double[]> {

    private final CotangentSweeps sweeps;

    /** Makes one of compiled sweeps. */
    public VectorPullback(CotangentSweeps sweeps) {
        this.sweeps = sweeps;
    }

    /**
     * Returns the gradient at {@code x} that belongs to a cotangent, an array of the length of {@code x}.
     *
     * @param cotangent of the length of the function's value
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, or the cotangent's length is not
     *     that of the value
     */
    public double[] at(double[] x, double[] cotangent) {
        Refusals.requireArgument("x", x);
        double[] gradient = new double[x.length];
        into(x, cotangent, gradient);
        return gradient;
    }

    /** As {@link #at}. */
    @Override
    public double[] apply(double[] x, double[] cotangent) {
        return at(x, cotangent);
    }

    /**
     * Stores the gradient at {@code x} that belongs to a cotangent in {@code out}, whatever that held, and returns the
     * function's value, a copy of what the function gives. From its second call with cotangents of one length on it
     * allocates what the gradient of a number would, and that copy; if several threads call it at once, some of them
     * make two arrays more.
     *
     * @param cotangent of the length of the function's value
     * @param out of the length of {@code x}; it may be {@code cotangent}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, a length is another, or {@code
     *     out} is {@code x}
     */
    public double[] into(double[] x, double[] cotangent, double[] out) {
        Refusals.requireOut("x", x, out);
        Refusals.requireArgument("cotangent", cotangent);
        return sweeps.into(x, cotangent, out);
    }
}
