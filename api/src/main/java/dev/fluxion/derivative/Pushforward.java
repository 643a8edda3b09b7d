package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.GraphPushforward;
import dev.fluxion.tangent.ZeroTangent;

/**
 * A function at a point, and its derivative there in any direction: the linear map from tangents of the argument to
 * tangents of the result. Thread safe; each application runs the function.
 *
 * <pre>{@code
 * Pushforward<double[], Double> push = pushforward(x -> x[0] * x[1], new double[] {2, 3});
 * push.value();                              // 6.0
 * push.apply(new double[] {1, 0});           // 3.0
 * }</pre>
 *
 * @param <X> the type of the argument
 * @param <R> the type of the result
 */
public final class Pushforward<X, R> {

    private final GraphPushforward compiled;
    private final X x;

    /**
     * Fixes the point.
     *
     * @param compiled the derivative
     * @param x the point, which is not copied
     */
    public Pushforward(GraphPushforward compiled, X x) {
        this.compiled = compiled;
        this.x = x;
    }

    /** Returns the function's value. */
    @SuppressWarnings("unchecked") // the function gives an R
    public R value() {
        return (R) compiled.at(new Object[] {x}, new Object[] {ZeroTangent.ZERO_TANGENT}).value();
    }

    /**
     * Returns the derivative in a direction.
     *
     * @param direction a tangent of the argument, of its type and shape; what is no number in it does not count
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if it does not fit the argument
     */
    public R apply(X direction) {
        return withValue(direction).tangent();
    }

    /**
     * Returns the function's value and its derivative in a direction.
     *
     * @param direction a tangent of the argument, of its type and shape
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if it does not fit the argument
     */
    @SuppressWarnings("unchecked") // the function gives an R
    public ValueAndTangent<R> withValue(X direction) {
        Refusals.requireObject("the direction", direction);
        GraphPushforward.At at = compiled.at(new Object[] {x}, new Object[] {direction});
        return new ValueAndTangent<>((R) at.value(), (R) at.tangent());
    }
}
