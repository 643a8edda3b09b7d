package dev.fluxion;

import java.io.Serializable;
import java.util.function.ToDoubleFunction;

/**
 * A function of one argument of any kind that a gradient can be taken in, to one double: an array of arrays, a record,
 * a list, a map, an object with fields, an array of those, a boxed number.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * ObjectFn<double[][]> f = w -> w[0][0] * w[1][1];
 * ObjectFn<Params> loss = p -> p.scale() * p.weights()[0];
 * ObjectFn<Map<String, Double>> price = m -> m.get("spot") * Math.exp(-m.get("rate"));
 * }</pre>
 *
 * @param <T> what the argument is
 */
@FunctionalInterface
public interface ObjectFn<T> extends ToDoubleFunction<T>, Serializable {

    /** Returns the function's value. */
    @Override
    double applyAsDouble(T x);
}
