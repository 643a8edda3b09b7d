package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.GraphGradient;
import dev.fluxion.tangent.Tangent;

/**
 * The compiled gradient of an {@link ObjectFn4}, from {@link Fluxion#objectGradient(ObjectFn4)}. Thread safe as long as
 * what is given is not shared.
 *
 * @param <T> what the first argument is
 * @param <U> what the second argument is
 * @param <V> what the third argument is
 * @param <W> what the fourth argument is
 */
public final class ObjectGradient4<T, U, V, W> {

    private final GraphGradient compiled;

    /** Wraps what an engine compiled. */
    ObjectGradient4(GraphGradient compiled) {
        this.compiled = compiled;
    }

    /**
     * Returns the gradients, each of its argument's type; parts that are not differentiable are carried over.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null, or if its type cannot carry its
     *     gradient: {@link #tangentAt} has it then
     */
    public ObjectGradients4<T, U, V, W> at(T x, U y, V z, W w) {
        return gradient(evaluate(x, y, z, w));
    }

    /**
     * Returns the gradients, by index of the argument, each by field or index, also where types cannot carry them.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    public Tangent tangentAt(T x, U y, V z, W w) {
        return evaluate(x, y, z, w).tangents();
    }

    /**
     * Returns the function's value and its gradients, as of {@link #at}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException as {@link #at}
     */
    public ValueAndGradient<ObjectGradients4<T, U, V, W>> withGradient(T x, U y, V z, W w) {
        GraphGradient.At at = evaluate(x, y, z, w);
        return new ValueAndGradient<>(at.value(), gradient(at));
    }

    /**
     * Returns the function's value and its gradients, as of {@link #tangentAt}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    public ValueAndGradient<Tangent> withTangent(T x, U y, V z, W w) {
        GraphGradient.At at = evaluate(x, y, z, w);
        return new ValueAndGradient<>(at.value(), at.tangents());
    }

    private GraphGradient.At evaluate(T x, U y, V z, W w) {
        Refusals.requireObject("x", x);
        Refusals.requireObject("y", y);
        Refusals.requireObject("z", z);
        Refusals.requireObject("w", w);
        return compiled.at(x, y, z, w);
    }

    @SuppressWarnings("unchecked") // a gradient is of the type of its argument
    private ObjectGradients4<T, U, V, W> gradient(GraphGradient.At at) {
        return new ObjectGradients4<>((T) at.gradient(0), (U) at.gradient(1), (V) at.gradient(2), (W) at.gradient(3));
    }
}
