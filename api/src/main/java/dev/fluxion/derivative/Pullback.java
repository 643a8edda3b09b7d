package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.GraphPullback;

/**
 * The value of a function at a point, and its derivative there backwards: the linear map from cotangents of the value
 * to gradients in the argument. The function has run once, with all its effects; what it remembered is read, not
 * consumed, so that the pullback may be applied any number of times, by several threads at once. It is freed with the
 * pullback.
 *
 * <pre>{@code
 * Pullback<double[], double[]> pb = pullback(x -> new double[] {x[0] * x[1], x[0]}, new double[] {2, 3});
 * pb.value();                          // {6, 2}
 * pb.apply(new double[] {1, 0});       // {3, 2}
 * pb.apply(new double[] {0, 1});       // {1, 0}
 * }</pre>
 *
 * @param <X> the type of the argument
 * @param <R> the type of the value
 */
public final class Pullback<X, R> {

    private final GraphPullback.At at;

    /** Wraps what a function has left at a point. */
    public Pullback(GraphPullback.At at) {
        this.at = at;
    }

    /** Returns the function's value. */
    @SuppressWarnings("unchecked") // the function gives an R
    public R value() {
        return (R) at.value();
    }

    /**
     * Returns the gradient that belongs to a cotangent.
     *
     * @param cotangent of the value's type and shape; what is no number in it does not count
     * @return the gradient, of the argument's type and shape
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the cotangent does not fit the value, or the
     *     argument cannot carry its gradient
     */
    @SuppressWarnings("unchecked") // of the argument's class
    public X apply(R cotangent) {
        Refusals.requireObject("the cotangent", cotangent);
        return (X) at.gradients(cotangent)[0];
    }
}
