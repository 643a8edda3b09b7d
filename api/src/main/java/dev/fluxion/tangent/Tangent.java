package dev.fluxion.tangent;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.diagnostic.Spelling;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gradient in an object, to be asked by field, or in an array of objects, to be asked by index. What cannot carry a
 * gradient as itself, a mutable object, has its gradient as one of these.
 *
 * <pre>{@code
 * Tangent t = gradient(n -> n.loss(data), network);
 * t.number("rate");                       // in a field of type double or float
 * t.doubles("bias");                      // in a double[], of its length
 * t.get("weights", double[][].class);     // in an array of arrays
 * t.tangent("layers").tangent(0);         // in an object that an array refers to
 * }</pre>
 *
 * <p>Inherited fields are asked by their names too; where a class hides a field of its superclass, that one is called
 * {@code Base.name}. A field that refers to nothing has the gradient null. Two references to one object have one
 * gradient, the same {@code Tangent}. Fields without numbers, such as texts and whole numbers, are not there.
 *
 * <p>Immutable: arrays are handed out as copies. Two are equal if they have the same names and equal gradients.
 */
public final class Tangent {

    private final Class<?> type;
    private final boolean isArray;
    private final Map<Object, @Nullable Object> parts = new LinkedHashMap<>();
    private final Map<Object, String> absent = new LinkedHashMap<>();

    private Tangent(Class<?> type) {
        this.type = type;
        this.isArray = type.isArray();
    }

    /** Starts the gradient in an object or array of a class; what makes gradients calls this. */
    public static Builder builder(Class<?> type) {
        return new Builder(type);
    }

    /** Returns the class of the object or array that this is the gradient in. */
    public Class<?> type() {
        return type;
    }

    /** Returns the names of the fields that have a gradient, those of superclasses first; none for an array. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Object key : parts.keySet()) {
            if (key instanceof String name) {
                names.add(name);
            }
        }
        return Collections.unmodifiableList(names);
    }

    /** Returns the number of elements of an array, or of fields with a gradient. */
    public int size() {
        return isArray ? parts.size() + absent.size() : parts.size();
    }

    /**
     * Returns the gradient in a field: a {@code Double}, a {@code Float}, an array of numbers, a {@code Tangent}, or
     * null if the field was null.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public @Nullable Object get(String name) {
        return Copies.of(part(name));
    }

    /**
     * Returns the gradient in a field, of a type that the caller knows, such as {@code double[][]}.
     *
     * @throws NotDifferentiableException if there is no such gradient, or if it is null or of another type
     */
    public <G> G get(String name, Class<G> as) {
        return typed(name, as);
    }

    /**
     * Returns the gradient in a field of type {@code double} or {@code float}, boxed or not.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public double number(String name) {
        return typed(name, Number.class).doubleValue();
    }

    /**
     * Returns the gradient in a field of type {@code double[]}.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public double[] doubles(String name) {
        return typed(name, double[].class);
    }

    /**
     * Returns the gradient in a field of type {@code float[]}.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public float[] floats(String name) {
        return typed(name, float[].class);
    }

    /**
     * Returns the gradient in an object that a field refers to, or in an array of objects.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public Tangent tangent(String name) {
        return typed(name, Tangent.class);
    }

    /**
     * Returns the gradient in an element, as {@link #get(String)}.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public @Nullable Object get(int index) {
        return Copies.of(part(index));
    }

    /**
     * Returns the gradient in an element, of a type that the caller knows.
     *
     * @throws NotDifferentiableException if there is no such gradient, or if it is null or of another type
     */
    public <G> G get(int index, Class<G> as) {
        return typed(index, as);
    }

    /**
     * Returns the gradient in an element that is a number.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public double number(int index) {
        return typed(index, Number.class).doubleValue();
    }

    /**
     * Returns the gradient in an element that is a {@code double[]}.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public double[] doubles(int index) {
        return typed(index, double[].class);
    }

    /**
     * Returns the gradient in an element that is an object, or an array of objects.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public Tangent tangent(int index) {
        return typed(index, Tangent.class);
    }

    /** Returns whether the other is the gradient in an object of the same class, with equal gradients in its fields. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tangent tangent && TangentEquality.areEqual(this, tangent);
    }

    /** Returns a hash of the class and the numbers right in it. */
    @Override
    public int hashCode() {
        return TangentEquality.hash(this);
    }

    /** Returns the names and gradients: {@code Layer{rate=0.5, bias=[1.0, 2.0]}}; long arrays are cut. */
    @Override
    public String toString() {
        return TangentText.of(this);
    }

    /** Returns the gradients by field name or index, in order. */
    Map<Object, @Nullable Object> parts() {
        return parts;
    }

    /** Returns whether this is the gradient in an array. */
    boolean isArray() {
        return isArray;
    }

    private <G> G typed(Object key, Class<G> as) {
        Object part = part(key);
        if (!as.isInstance(part)) {
            String is = part == null ? "null, as it was" : "a " + display(part.getClass());
            throw refused(key, "its gradient is " + is, "get(" + quoted(key) + "), or the getter of its type");
        }
        return as.cast(java.util.Objects.requireNonNull(Copies.of(part)));
    }

    private @Nullable Object part(Object key) {
        Object part = parts.get(key);
        if (part == null && !parts.containsKey(key)) {
            throw missing(key);
        }
        return part;
    }

    private NotDifferentiableException missing(Object key) {
        String why = absent.get(key);
        if (why != null) {
            return refused(key, why, names().isEmpty() ? "" : "one of: " + String.join(", ", names()));
        }
        if (!(key instanceof String name)) {
            return isArray
                    ? refused(key, "it has " + size() + " elements", "an index below " + size())
                    : refused(key, "it is an object", "one of its fields: " + String.join(", ", names()));
        }
        if (isArray) {
            return refused(key, "it is an array, whose gradients are asked by index", "get(0)");
        }
        List<String> known = names();
        String nearest = Spelling.nearest(name, known);
        return refused(
                key,
                "there is no such field",
                nearest == null ? "one of: " + String.join(", ", known) : "\"" + nearest + "\", if that was meant");
    }

    private NotDifferentiableException refused(Object key, String why, String remedy) {
        String what =
                "there is no such gradient in " + (isArray ? "element " : "the field ") + key + " of " + display(type);
        return new NotDifferentiableException(Diagnostic.of(ErrorId.TANGENT_PART, what, why, remedy));
    }

    private static String quoted(Object key) {
        return key instanceof String ? "\"" + key + "\"" : key.toString();
    }

    private static String display(Class<?> type) {
        return type.isHidden() ? TangentText.name(type) : type.getTypeName();
    }

    /** Collects the gradients in an object or array. What refers to itself can refer to {@link #tangent}. */
    public static final class Builder {

        private final Tangent made;
        private boolean isComplete;

        private Builder(Class<?> type) {
            this.made = new Tangent(type);
        }

        /** Returns the tangent itself, to be referred to; it is complete once {@link #build} has been called. */
        public Tangent tangent() {
            return made;
        }

        /**
         * Adds the gradient in a field.
         *
         * @param gradient a {@code Double}, a {@code Float}, an array of numbers (now of the tangent's own), a {@code
         *     Tangent}, or null
         */
        public Builder field(String name, @Nullable Object gradient) {
            put(name, gradient);
            return this;
        }

        /** Adds the gradient in the next element, as {@link #field}. */
        public Builder element(@Nullable Object gradient) {
            put(made.size(), gradient);
            return this;
        }

        /** Says why the next element has no gradient. */
        public Builder elementWithout(String why) {
            made.absent.put(made.size(), why);
            return this;
        }

        /** Says why a field has no gradient. */
        public Builder without(String name, String why) {
            made.absent.put(name, why);
            return this;
        }

        /** Returns the tangent. */
        public Tangent build() {
            isComplete = true;
            return made;
        }

        private void put(Object key, @Nullable Object gradient) {
            if (isComplete) {
                throw new IllegalStateException("the tangent has been built");
            }
            if (made.parts.containsKey(key)) {
                throw new IllegalArgumentException("a second gradient in " + key);
            }
            made.parts.put(key, gradient);
        }
    }
}
