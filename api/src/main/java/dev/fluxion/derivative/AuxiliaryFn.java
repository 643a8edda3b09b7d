package dev.fluxion.derivative;

import java.io.Serializable;

/**
 * A function that gives something besides the number that is differentiated.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * AuxiliaryFn<double[], double[]> f = w -> { double[] p = predicted(w); return new Auxiliary<>(loss(p), p); };
 * }</pre>
 *
 * @param <T> the type of the argument
 * @param <A> the type of what is given besides
 */
@FunctionalInterface
public interface AuxiliaryFn<T, A> extends Serializable {

    /** Returns the function's value, and what else there is. */
    Auxiliary<A> apply(T x);
}
