package dev.fluxion.derivative;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.util.function.ToDoubleFunction;

/**
 * The number that a function gives, which keeps what the function gives besides. Its fields are public for its
 * derivative, which is compiled elsewhere.
 *
 * @param <T> the type of the argument
 * @param <A> the type of what is given besides
 */
@SuppressWarnings("serial") // nothing is ever serialized
public final class AuxiliaryValue<T, A> implements ToDoubleFunction<T>, Serializable {

    /** The function. */
    public final AuxiliaryFn<T, A> function;

    /** What the last call has given besides; null before. */
    public @Nullable A auxiliary;

    /** Takes a function. */
    public AuxiliaryValue(AuxiliaryFn<T, A> function) {
        this.function = function;
    }

    @Override
    public double applyAsDouble(T x) {
        Auxiliary<A> both = function.apply(x);
        auxiliary = both.auxiliary();
        return both.value();
    }
}
