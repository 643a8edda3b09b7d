package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.GraphGradient;
import dev.fluxion.tangent.Tangent;

/**
 * The compiled gradient of an {@link ObjectFn2}, from {@link Fluxion#objectGradient(ObjectFn2)}. Thread safe as long as
 * what is given is not shared.
 *
 * <pre>{@code
 * ObjectGradient2<Params, Double> g = objectGradient((Params p, Double x) -> p.scale() * x);
 * Params bar = g.at(params, 2.0).first();
 * Tangent all = g.tangentAt(params, 2.0);  // by argument: all.tangent(0), all.number(1)
 * }</pre>
 *
 * @param <T> what the first argument is
 * @param <U> what the second argument is
 */
public final class ObjectGradient2<T, U> {

    private final GraphGradient compiled;

    /** Wraps what an engine compiled. */
    ObjectGradient2(GraphGradient compiled) {
        this.compiled = compiled;
    }

    /**
     * Returns the gradients, each of its argument's type; parts that are not differentiable are carried over.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null, or if its type cannot carry its
     *     gradient: {@link #tangentAt} has it then
     */
    public ObjectGradients2<T, U> at(T x, U y) {
        return gradient(evaluate(x, y));
    }

    /**
     * Returns the gradients, by index of the argument, each by field or index, also where types cannot carry them.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    public Tangent tangentAt(T x, U y) {
        return evaluate(x, y).tangents();
    }

    /**
     * Returns the function's value and its gradients, as of {@link #at}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException as {@link #at}
     */
    public ValueAndGradient<ObjectGradients2<T, U>> withGradient(T x, U y) {
        GraphGradient.At at = evaluate(x, y);
        return new ValueAndGradient<>(at.value(), gradient(at));
    }

    /**
     * Returns the function's value and its gradients, as of {@link #tangentAt}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an argument is null
     */
    public ValueAndGradient<Tangent> withTangent(T x, U y) {
        GraphGradient.At at = evaluate(x, y);
        return new ValueAndGradient<>(at.value(), at.tangents());
    }

    private GraphGradient.At evaluate(T x, U y) {
        Refusals.requireObject("x", x);
        Refusals.requireObject("y", y);
        return compiled.at(x, y);
    }

    @SuppressWarnings("unchecked") // a gradient is of the type of its argument
    private ObjectGradients2<T, U> gradient(GraphGradient.At at) {
        return new ObjectGradients2<>((T) at.gradient(0), (U) at.gradient(1));
    }
}
