package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.GraphGradient;
import dev.fluxion.tangent.Tangent;

/**
 * The compiled gradient of an {@link ObjectFn3}, from {@link Fluxion#objectGradient(ObjectFn3)}. Thread safe as long as
 * what is given is not shared.
 *
 * @param <T> what the first argument is
 * @param <U> what the second argument is
 * @param <V> what the third argument is
 */
public final class ObjectGradient3<T, U, V> {

    private final GraphGradient compiled;

    /** Wraps what an engine compiled. */
    ObjectGradient3(GraphGradient compiled) {
        this.compiled = compiled;
    }

    /**
     * Returns the gradients, each of its argument's type; parts that are not differentiable are carried over.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null, or if its type cannot carry its
     *     gradient: {@link #tangentAt} has it then
     */
    public ObjectGradients3<T, U, V> at(T x, U y, V z) {
        return gradient(evaluate(x, y, z));
    }

    /**
     * Returns the gradients, by index of the argument, each by field or index, also where types cannot carry them.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    public Tangent tangentAt(T x, U y, V z) {
        return evaluate(x, y, z).tangents();
    }

    /**
     * Returns the function's value and its gradients, as of {@link #at}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException as {@link #at}
     */
    public ValueAndGradient<ObjectGradients3<T, U, V>> withGradient(T x, U y, V z) {
        GraphGradient.At at = evaluate(x, y, z);
        return new ValueAndGradient<>(at.value(), gradient(at));
    }

    /**
     * Returns the function's value and its gradients, as of {@link #tangentAt}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    public ValueAndGradient<Tangent> withTangent(T x, U y, V z) {
        GraphGradient.At at = evaluate(x, y, z);
        return new ValueAndGradient<>(at.value(), at.tangents());
    }

    private GraphGradient.At evaluate(T x, U y, V z) {
        Refusals.requireObject("x", x);
        Refusals.requireObject("y", y);
        Refusals.requireObject("z", z);
        return compiled.at(x, y, z);
    }

    @SuppressWarnings("unchecked") // a gradient is of the type of its argument
    private ObjectGradients3<T, U, V> gradient(GraphGradient.At at) {
        return new ObjectGradients3<>((T) at.gradient(0), (U) at.gradient(1), (V) at.gradient(2));
    }
}
