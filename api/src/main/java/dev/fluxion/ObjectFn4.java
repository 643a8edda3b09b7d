package dev.fluxion;

import java.io.Serializable;

/**
 * A function of four arguments of any kind that a gradient can be taken in, to one double.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * ObjectFn4<double[][], double[], double[], Double> f = (a, b, x, s) -> loss(a, b, x, s);
 * }</pre>
 *
 * @param <T> what the first argument is
 * @param <U> what the second argument is
 * @param <V> what the third argument is
 * @param <W> what the fourth argument is
 * @see ObjectFn
 */
@FunctionalInterface
public interface ObjectFn4<T, U, V, W> extends Serializable {

    /** Returns the function's value. */
    double applyAsDouble(T x, U y, V z, W w);
}
