package dev.fluxion;

import java.io.Serializable;
import java.util.function.BiFunction;

/**
 * A function of two arguments of any kind that has derivatives, to anything that has tangents.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * Fn2<double[], Double, double[]> scaled = (x, by) -> new double[] {by * x[0], by * x[1]};
 * }</pre>
 *
 * @param <X> what the first argument is
 * @param <Y> what the second argument is
 * @param <R> what it gives
 * @see Fn
 */
@FunctionalInterface
public interface Fn2<X, Y, R> extends BiFunction<X, Y, R>, Serializable {

    /** Returns the function's value. */
    @Override
    R apply(X x, Y y);
}
