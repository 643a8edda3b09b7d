package dev.fluxion;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A function from anything that tangents can be taken in to anything that has tangents: numbers, arrays, records,
 * lists, maps, objects.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * Fn<double[], Double> norm = x -> Math.sqrt(x[0] * x[0] + x[1] * x[1]);
 * Fn<Polar, Cartesian> map = p -> new Cartesian(p.r() * Math.cos(p.phi()), p.r() * Math.sin(p.phi()));
 * }</pre>
 *
 * @param <X> what it takes
 * @param <R> what it gives
 */
@FunctionalInterface
public interface Fn<X, R> extends Function<X, R>, Serializable {

    /** Returns the function's value. */
    @Override
    R apply(X x);
}
