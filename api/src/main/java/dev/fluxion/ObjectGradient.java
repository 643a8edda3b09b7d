package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.GraphGradient;
import dev.fluxion.tangent.Tangent;

/**
 * The compiled gradient of an {@link ObjectFn}, from {@link Fluxion#objectGradient(ObjectFn)}. Thread safe as long as
 * what is given is not shared.
 *
 * <pre>{@code
 * ObjectGradient<Params> g = objectGradient((Params p) -> p.scale() * p.weights()[0]);
 * Params bar = g.at(params);
 * Tangent t = g.tangentAt(params);        // the same by name: t.doubles("weights")
 * }</pre>
 *
 * @param <T> what the argument is
 */
public final class ObjectGradient<T> {

    private final GraphGradient compiled;

    /** Wraps what an engine compiled. */
    ObjectGradient(GraphGradient compiled) {
        this.compiled = compiled;
    }

    /**
     * Returns the gradient, of the argument's type; parts that are not differentiable are carried over.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the argument is null, or if its type cannot carry
     *     its gradient: {@link #tangentAt} has it then
     */
    public T at(T x) {
        return gradient(evaluate(x));
    }

    /**
     * Returns the gradient at {@code x} by field or index, also where the argument's type cannot carry it.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the argument is null
     */
    public Tangent tangentAt(T x) {
        return evaluate(x).tangent(0);
    }

    /**
     * Returns the function's value and its gradient, as of {@link #at}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException as {@link #at}
     */
    public ValueAndGradient<T> withGradient(T x) {
        GraphGradient.At at = evaluate(x);
        return new ValueAndGradient<>(at.value(), gradient(at));
    }

    /**
     * Returns the function's value and its gradient, as of {@link #tangentAt}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the argument is null
     */
    public ValueAndGradient<Tangent> withTangent(T x) {
        GraphGradient.At at = evaluate(x);
        return new ValueAndGradient<>(at.value(), at.tangent(0));
    }

    private GraphGradient.At evaluate(T x) {
        Refusals.requireObject("x", x);
        return compiled.at(x);
    }

    @SuppressWarnings("unchecked") // a gradient is of the type of its argument
    private T gradient(GraphGradient.At at) {
        return (T) at.gradient(0);
    }
}
