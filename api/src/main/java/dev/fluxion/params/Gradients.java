package dev.fluxion.params;

import dev.fluxion.spi.GraphGradient;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The gradients in some {@link Params}: a map from each parameter, known by its identity, to the gradient in it. A
 * parameter that the function has not used has a gradient of zeros.
 *
 * <pre>{@code
 * Gradients gs = gradient(() -> loss(w, b), Params.of(w, b));
 * gs.forEach((parameter, gradient) -> optimizer.step(parameter, gradient));
 * Gradients mean = gs.plus(others).map(g -> g / 2);
 * }</pre>
 *
 * <p>Iterates over the gradients in the order of the parameters. The parameters themselves are not read, but for what a
 * gradient holds of them beside numbers. Not thread safe.
 */
public final class Gradients implements Iterable<Object> {

    private final Params params;
    private final GraphGradient.@Nullable At at;
    private final @Nullable Object[] values;

    private Gradients(Params params, GraphGradient.@Nullable At at, @Nullable Object[] values) {
        this.params = params;
        this.at = at;
        this.values = values;
    }

    /**
     * Takes over what an evaluation has left.
     *
     * @param params the parameters, which are copied
     * @param at gradients by the places of the parameters
     */
    public static Gradients of(Params params, GraphGradient.At at) {
        return new Gradients(params.copy(), at, new @Nullable Object[params.size()]);
    }

    /**
     * Returns the gradient in a parameter, of its own type.
     *
     * @throws IllegalArgumentException if it is none of the parameters
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an object of that type cannot carry its gradient;
     *     see {@link #tangent}
     */
    @SuppressWarnings("unchecked") // the gradient in a parameter is of its type
    public <T> T of(T parameter) {
        return (T) value(place(parameter));
    }

    /**
     * Returns the gradient in a parameter that is an object or an array, by field or index.
     *
     * @throws IllegalArgumentException if it is none of the parameters
     * @throws UnsupportedOperationException of gradients that were computed from others
     */
    public Tangent tangent(Object parameter) {
        int place = place(parameter);
        if (at == null) {
            throw new UnsupportedOperationException("gradients that were computed from others have no tangents");
        }
        return at.tangent(place);
    }

    private int place(Object parameter) {
        int place = params.place(parameter);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "no gradient in this "
                            + parameter.getClass().getTypeName()
                            + ": parameters are known by identity, and it is none of "
                            + params);
        }
        return place;
    }

    private Object value(int place) {
        Object value = values[place];
        if (value == null) {
            value = Objects.requireNonNull(at).gradient(place);
            values[place] = value;
        }
        return value;
    }

    /** Returns whether that very object is one of the parameters. */
    public boolean contains(Object parameter) {
        return params.contains(parameter);
    }

    /** Returns the parameters, as they were when the gradients were taken. */
    public Params params() {
        return params.copy();
    }

    /** Returns the gradients, in the order of the parameters. */
    public List<Object> values() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            all.add(value(i));
        }
        return all;
    }

    @Override
    public Iterator<Object> iterator() {
        return values().iterator();
    }

    /** Gives each parameter with its gradient to an action. */
    public void forEach(BiConsumer<Object, Object> action) {
        for (int i = 0; i < params.size(); i++) {
            action.accept(params.get(i), value(i));
        }
    }

    /**
     * Returns gradients with what a function makes of each number.
     *
     * @throws UnsupportedOperationException if a gradient is something else than an array, list or map
     */
    public Gradients map(DoubleUnaryOperator function) {
        return combined(this, (number, same) -> function.applyAsDouble(number));
    }

    /**
     * Returns gradients with what a function makes of each number and the one at the same place of others.
     *
     * @throws IllegalArgumentException if the others have other parameters
     * @throws UnsupportedOperationException if a gradient is something else than an array, list or map
     */
    public Gradients map(Gradients others, DoubleBinaryOperator function) {
        if (!params.hasSameAs(others.params)) {
            throw new IllegalArgumentException(
                    "gradients in the same parameters are wanted: these are in "
                            + params
                            + ", those in "
                            + others.params);
        }
        return combined(others, function);
    }

    private Gradients combined(Gradients others, DoubleBinaryOperator function) {
        @Nullable Object[] results = new @Nullable Object[params.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = Numbers.combined(value(i), others.of(params.get(i)), function);
        }
        return new Gradients(params, null, results);
    }

    /**
     * Returns the sum of these and other gradients.
     *
     * @throws IllegalArgumentException if the others have other parameters
     */
    public Gradients plus(Gradients others) {
        return map(others, Double::sum);
    }

    /** Returns a multiple of the gradients. */
    public Gradients times(double factor) {
        return map(number -> factor * number);
    }

    /** Returns these gradients and those of others in further parameters; where both have one, the other's. */
    public Gradients merge(Gradients others) {
        Params all = params.union(others.params);
        @Nullable Object[] merged = new @Nullable Object[all.size()];
        for (int i = 0; i < merged.length; i++) {
            Object parameter = all.get(i);
            merged[i] = others.contains(parameter) ? others.of(parameter) : of(parameter);
        }
        return new Gradients(all, null, merged);
    }

    @Override
    public String toString() {
        return "Gradients in " + params;
    }
}
