package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.VectorSweeps;

import java.util.function.BinaryOperator;

/**
 * The compiled derivative of a function from an array to an array in a direction, for use at many points: the Jacobian
 * times a vector, without the Jacobian. Forward mode; each call runs the function once. Thread safe. As a function of
 * the JDK it takes point and direction.
 *
 * <pre>{@code
 * VectorPushforward push = pushforward((double[] x) -> new double[] {x[0] * x[1], x[0]});
 * push.at(new double[] {2, 3}, new double[] {1, 0});                 // {3, 1}
 * double[] out = new double[2];
 * push.into(new double[] {2, 3}, new double[] {1, 0}, out);          // {6, 2}, and out is {3, 1}
 * }</pre>
 */
public final class VectorPushforward implements BinaryOperator<double[]> {

    private final VectorSweeps sweeps;

    /** Makes one of compiled sweeps. */
    public VectorPushforward(VectorSweeps sweeps) {
        this.sweeps = sweeps;
    }

    /**
     * Returns the derivative at {@code x} in a direction, an array of the length of the function's value.
     *
     * @param direction of the length of {@code x}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, or the lengths differ
     */
    public double[] at(double[] x, double[] direction) {
        return withValue(x, direction).tangent();
    }

    /** As {@link #at}. */
    @Override
    public double[] apply(double[] x, double[] direction) {
        return at(x, direction);
    }

    /**
     * Returns the function's value at {@code x}, and its derivative there in a direction.
     *
     * @param direction of the length of {@code x}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, or the lengths differ
     */
    public ValueAndTangent<double[]> withValue(double[] x, double[] direction) {
        check(x, direction);
        double[][] tangent = new double[1][];
        double[] value =
                sweeps.run(
                        x,
                        1,
                        (xDot, from, lanes) -> System.arraycopy(direction, 0, xDot, 0, direction.length),
                        result -> {
                            double[] zeros = new double[result.length];
                            tangent[0] = zeros;
                            return (tangents, from, lanes) -> System.arraycopy(tangents, 0, zeros, 0, zeros.length);
                        });
        return new ValueAndTangent<>(value, tangent[0]);
    }

    /**
     * Stores the derivative at {@code x} in a direction in {@code out}, whatever that held, and returns the function's
     * value. From its second call on it allocates what the function itself does, and the tangents of arrays that the
     * function makes meanwhile; if several threads call it at once, some of them make two arrays more.
     *
     * @param direction of the length of {@code x}
     * @param out of the length of the function's value; it may be {@code direction}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, a length is another, or {@code
     *     out} is {@code x}
     */
    public double[] into(double[] x, double[] direction, double[] out) {
        check(x, direction);
        Refusals.requireArgument("out", out);
        Refusals.requireDistinct(x, out);
        return sweeps.product(x, direction, out);
    }

    private static void check(double[] x, double[] direction) {
        Refusals.requireArgument("x", x);
        Refusals.requireArgument("direction", direction);
        Refusals.requireOfLength("direction", x.length, direction);
    }
}
