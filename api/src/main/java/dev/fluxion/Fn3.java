package dev.fluxion;

import java.io.Serializable;

/**
 * A function of three arguments of any kind that has derivatives, to anything that has tangents.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * Fn3<double[], double[], Double, Double> error = (w, x, y) -> w[0] * x[0] + w[1] * x[1] - y;
 * }</pre>
 *
 * @param <X> what the first argument is
 * @param <Y> what the second argument is
 * @param <Z> what the third argument is
 * @param <R> what it gives
 * @see Fn
 */
@FunctionalInterface
public interface Fn3<X, Y, Z, R> extends Serializable {

    /** Returns the function's value. */
    R apply(X x, Y y, Z z);
}
