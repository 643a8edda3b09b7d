package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.ScalarSweeps;

import java.util.function.ToDoubleBiFunction;

/**
 * The compiled derivative of a function from an array to a number in a direction, for use at many points. Forward mode:
 * it remembers nothing, whatever the function's length; each call runs the function once. Thread safe. As a function of
 * the JDK it takes point and direction.
 *
 * <pre>{@code
 * DirectionalDerivative d = pushforward((double[] x) -> x[0] * x[1]);
 * d.at(new double[] {2, 3}, new double[] {1, 10});                 // 23.0
 * }</pre>
 */
public final class DirectionalDerivative implements ToDoubleBiFunction<double[], double[]> {

    private final ScalarSweeps sweeps;

    /** Makes one of a compiled sweep. */
    public DirectionalDerivative(ScalarSweeps sweeps) {
        this.sweeps = sweeps;
    }

    /**
     * Returns the derivative at {@code x} in a direction. Allocates as {@link #into} does.
     *
     * @param direction of the length of {@code x}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, or the lengths differ
     */
    public double at(double[] x, double[] direction) {
        check(x, direction);
        return sweeps.at(x, direction);
    }

    /** As {@link #at}. */
    @Override
    public double applyAsDouble(double[] x, double[] direction) {
        return at(x, direction);
    }

    /**
     * Stores the derivative at {@code x} in a direction in {@code out[0]}, and returns the function's value. From its
     * second call on it allocates what the function itself does, and the tangents of arrays that the function makes
     * meanwhile; if several threads call it at once, some of them make an array more.
     *
     * @param direction of the length of {@code x}
     * @param out of length 1
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null, a length is another, or {@code
     *     out} is {@code x}
     */
    public double into(double[] x, double[] direction, double[] out) {
        check(x, direction);
        Refusals.requireArgument("out", out);
        Refusals.requireResults(1, out);
        Refusals.requireDistinct(x, out);
        return sweeps.into(x, direction, out);
    }

    private static void check(double[] x, double[] direction) {
        Refusals.requireArgument("x", x);
        Refusals.requireArgument("direction", direction);
        Refusals.requireOfLength("direction", x.length, direction);
    }
}
