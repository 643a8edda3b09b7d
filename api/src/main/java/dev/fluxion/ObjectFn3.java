package dev.fluxion;

import java.io.Serializable;

/**
 * A function of three arguments of any kind that a gradient can be taken in, to one double.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * ObjectFn3<Params, double[], Double> f = (p, x, y) -> loss(p, x, y);
 * }</pre>
 *
 * @param <T> what the first argument is
 * @param <U> what the second argument is
 * @param <V> what the third argument is
 * @see ObjectFn
 */
@FunctionalInterface
public interface ObjectFn3<T, U, V> extends Serializable {

    /** Returns the function's value. */
    double applyAsDouble(T x, U y, V z);
}
