package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.GraphPullback;

/**
 * The value of a function of three arguments, and its derivative there backwards, as a {@link Pullback}.
 *
 * @param <X> what the first argument is
 * @param <Y> what the second argument is
 * @param <Z> what the third argument is
 * @param <R> the type of the value
 */
public final class Pullback3<X, Y, Z, R> {

    private final GraphPullback.At at;

    /** Wraps what a function has left at a point. */
    public Pullback3(GraphPullback.At at) {
        this.at = at;
    }

    /** Returns the function's value. */
    @SuppressWarnings("unchecked") // the function gives an R
    public R value() {
        return (R) at.value();
    }

    /**
     * Returns the gradients that belong to a cotangent.
     *
     * @param cotangent of the value's type and shape; what is no number in it does not count
     * @return the gradients, of the arguments' types and shapes; the same object given twice has one
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the cotangent does not fit the value, or an argument
     *     cannot carry its gradient
     */
    @SuppressWarnings("unchecked") // of the arguments' classes
    public Gradients<X, Y, Z> apply(R cotangent) {
        Refusals.requireObject("the cotangent", cotangent);
        Object[] gradients = at.gradients(cotangent);
        return new Gradients<>((X) gradients[0], (Y) gradients[1], (Z) gradients[2]);
    }

    /**
     * The gradients that belong to a cotangent, each of the type of its argument.
     *
     * @param <X> the type of the first argument
     * @param <Y> the type of the second argument
     * @param <Z> the type of the third argument
     * @param first the gradient in the first argument
     * @param second the gradient in the second argument
     * @param third the gradient in the third argument
     */
    public record Gradients<X, Y, Z>(X first, Y second, Z third) {}
}
