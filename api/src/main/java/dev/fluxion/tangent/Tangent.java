package dev.fluxion.tangent;

import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gradient in an object, to be asked by field, in an array of objects or a list, to be asked by index, or in a map,
 * to be asked by key. What cannot carry a gradient as itself, a mutable object, has its gradient as one of these, and
 * what it refers to.
 *
 * <pre>{@code
 * Tangent t = gradient(n -> n.loss(data), network);
 * t.number("rate");                       // in a field of type double or float
 * t.doubles("bias");                      // in a double[], of its length
 * t.get("weights", double[][].class);     // in an array of arrays
 * t.tangent("layers").tangent(0);         // in an object that an array or a list refers to
 * t.tangent("rates").number("EUR");       // in a number in a map
 * t.tangent("rates").asMap(String.class, Double.class);
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
    private final Form form;
    private final Map<@Nullable Object, @Nullable Object> parts = new LinkedHashMap<>();
    private final Map<@Nullable Object, String> absent = new LinkedHashMap<>();

    /** What parts are asked by. */
    enum Form {
        /** Their names. */
        FIELDS,
        /** Their index. */
        ELEMENTS,
        /** Their keys. */
        ENTRIES
    }

    private Tangent(Class<?> type, Form form) {
        this.type = type;
        this.form = form;
    }

    /** Starts the gradient in an object or array of a class; what makes gradients calls this. */
    public static Builder builder(Class<?> type) {
        return new Builder(type, type.isArray() ? Form.ELEMENTS : Form.FIELDS);
    }

    /** Starts the gradient in a list or another collection of a class, by index. */
    public static Builder ofElements(Class<?> type) {
        return new Builder(type, Form.ELEMENTS);
    }

    /** Starts the gradient in a map of a class, by key. */
    public static Builder ofEntries(Class<?> type) {
        return new Builder(type, Form.ENTRIES);
    }

    /** Returns the class of the object, array, list or map that this is the gradient in. */
    public Class<?> type() {
        return type;
    }

    /**
     * Returns the names of the fields that have a gradient, those of superclasses first, or the keys of a map that are
     * texts; none for an array or a list.
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Object key : parts.keySet()) {
            if (key instanceof String name) {
                names.add(name);
            }
        }
        return Collections.unmodifiableList(names);
    }

    /** Returns the keys of a map whose values have a gradient, in the order of the map; none for anything else. */
    public List<@Nullable Object> keys() {
        return form == Form.ENTRIES ? Collections.unmodifiableList(new ArrayList<>(parts.keySet())) : List.of();
    }

    /** Returns the number of elements of an array or a list, or of fields or values with a gradient. */
    public int size() {
        return form == Form.ELEMENTS ? parts.size() + absent.size() : parts.size();
    }

    /**
     * Returns the gradients in the elements of an array or a list, of a type that the caller knows, null where there
     * was null.
     *
     * <pre>{@code
     * List<Double> weights = t.tangent("weights").asList(Double.class);
     * }</pre>
     *
     * @throws NotDifferentiableException if there is none in some element, or one of another type
     */
    public <E> List<@Nullable E> asList(Class<E> element) {
        if (form != Form.ELEMENTS) {
            throw TangentErrors.refused(this, "any", "it is no array and no list", "get, number and the like");
        }
        List<@Nullable E> list = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            list.add(part(i) == null ? null : typed(i, element));
        }
        return list;
    }

    /**
     * Returns the gradients in the values of a map, of types that the caller knows, in the order of the map, null where
     * there was null.
     *
     * <pre>{@code
     * Map<String, Double> rates = t.tangent("rates").asMap(String.class, Double.class);
     * }</pre>
     *
     * @throws NotDifferentiableException if there is none in some value, or one of another type
     */
    public <K, V> Map<@Nullable K, @Nullable V> asMap(Class<K> key, Class<V> value) {
        if (form != Form.ENTRIES) {
            throw TangentErrors.refused(this, "any", "it is no map", "get, number and the like");
        }
        if (!absent.isEmpty()) {
            throw TangentErrors.missing(this, absent.keySet().iterator().next());
        }
        Map<@Nullable K, @Nullable V> map = new LinkedHashMap<>();
        for (Object each : parts.keySet()) {
            if (each != null && !key.isInstance(each)) {
                String why = "its key is a " + TangentErrors.display(each.getClass());
                throw TangentErrors.refused(this, each, why, "asMap(Object.class, ...)");
            }
            map.put(key.cast(each), part(each) == null ? null : typed(each, value));
        }
        return map;
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

    /**
     * Returns the gradient in a value of a map, as {@link #get(String)}, where the key is no text and no {@code int}.
     *
     * @param key equal to the key of the map
     * @throws NotDifferentiableException if there is no such gradient
     */
    public @Nullable Object get(@Nullable Object key) {
        return Copies.of(part(key));
    }

    /**
     * Returns the gradient in a value of a map, of a type that the caller knows.
     *
     * @throws NotDifferentiableException if there is no such gradient, or if it is null or of another type
     */
    public <G> G get(@Nullable Object key, Class<G> as) {
        return typed(key, as);
    }

    /**
     * Returns the gradient in a value of a map that is a number.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public double number(@Nullable Object key) {
        return typed(key, Number.class).doubleValue();
    }

    /**
     * Returns the gradient in a value of a map that is a {@code double[]}.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public double[] doubles(@Nullable Object key) {
        return typed(key, double[].class);
    }

    /**
     * Returns the gradient in a value of a map that is an object, a list or a map.
     *
     * @throws NotDifferentiableException if there is no such gradient
     */
    public Tangent tangent(@Nullable Object key) {
        return typed(key, Tangent.class);
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

    /** Returns the gradients by field name, index or key, in order. */
    Map<@Nullable Object, @Nullable Object> parts() {
        return parts;
    }

    /** Returns why parts have no gradient. */
    Map<@Nullable Object, String> absent() {
        return absent;
    }

    /** Returns what the parts are asked by. */
    Form form() {
        return form;
    }

    private <G> G typed(@Nullable Object key, Class<G> as) {
        Object part = part(key);
        if (!as.isInstance(part)) {
            throw TangentErrors.otherType(this, key, part);
        }
        return as.cast(java.util.Objects.requireNonNull(Copies.of(part)));
    }

    private @Nullable Object part(@Nullable Object key) {
        Object part = parts.get(key);
        if (part == null && !parts.containsKey(key)) {
            throw TangentErrors.missing(this, key);
        }
        return part;
    }

    /** Collects the gradients in an object, array, list or map. What refers to itself can refer to {@link #tangent}. */
    public static final class Builder {

        private final Tangent made;
        private boolean isComplete;

        private Builder(Class<?> type, Form form) {
            this.made = new Tangent(type, form);
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

        /** Adds the gradient in the value of a key, as {@link #field}. */
        public Builder entry(@Nullable Object key, @Nullable Object gradient) {
            put(key, gradient);
            return this;
        }

        /** Says why the value of a key has no gradient. */
        public Builder entryWithout(@Nullable Object key, String why) {
            made.absent.put(key, why);
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

        private void put(@Nullable Object key, @Nullable Object gradient) {
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
