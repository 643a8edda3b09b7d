package dev.fluxion;

import java.io.Serializable;
import java.util.function.ToDoubleBiFunction;

/**
 * A function of two arguments of any kind that a gradient can be taken in, to one double.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * ObjectFn2<Params, double[]> f = (p, x) -> p.scale() * x[0];
 * }</pre>
 *
 * @param <T> what the first argument is
 * @param <U> what the second argument is
 * @see ObjectFn
 */
@FunctionalInterface
public interface ObjectFn2<T, U> extends ToDoubleBiFunction<T, U>, Serializable {

    /** Returns the function's value. */
    @Override
    double applyAsDouble(T x, U y);
}
