package dev.fluxion.params;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;

/**
 * An ordered set of parameters: arrays, lists, maps, records and objects with numbers in them, each known by its
 * identity, so that two arrays of equal numbers are two parameters. A function may reach them in any way: through what
 * it has captured, fields, static fields or collections.
 *
 * <pre>{@code
 * double[][] w = ...;
 * double[] b = ...;
 * Gradients gs = gradient(() -> loss(w, b), Params.of(w, b));
 * double[][] wBar = gs.of(w);
 * }</pre>
 *
 * <p>Numbers by themselves, boxed ones too, are values and no parameters. Not thread safe. Two sets are equal if they
 * hold the same objects in the same order.
 */
public final class Params implements Iterable<Object> {

    private final List<Object> ordered = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();

    private Params() {}

    /** Returns an empty set. */
    public static Params of() {
        return new Params();
    }

    /**
     * Returns the set of one object. There is no method for any number of them: an array of arrays given to that would
     * be taken for its rows.
     *
     * @throws IllegalArgumentException if it is null, a number or a text
     */
    public static Params of(Object first) {
        return of().add(first);
    }

    /** Returns the set of two objects, as {@link #of(Object)}. */
    public static Params of(Object first, Object second) {
        return of(first).add(second);
    }

    /** Returns the set of three objects, as {@link #of(Object)}. */
    public static Params of(Object first, Object second, Object third) {
        return of(first, second).add(third);
    }

    /** Returns the set of four objects, as {@link #of(Object)}; {@link #add} takes more. */
    public static Params of(Object first, Object second, Object third, Object fourth) {
        return of(first, second, third).add(fourth);
    }

    /** Returns the set of the elements of a collection, as {@link #of(Object)}. */
    public static Params ofAll(Iterable<?> parameters) {
        Params params = of();
        for (Object each : parameters) {
            params.add(each);
        }
        return params;
    }

    /** Returns a set of the same objects. */
    public Params copy() {
        return new Params().addAll(this);
    }

    /**
     * Adds an object, at the end, if it is not in the set.
     *
     * @return this
     * @throws IllegalArgumentException if it is null, a number or a text
     */
    public Params add(@Nullable Object parameter) {
        if (parameter == null
                || parameter instanceof Number
                || parameter instanceof CharSequence
                || parameter instanceof Boolean
                || parameter instanceof Character) {
            throw new IllegalArgumentException(
                    "a parameter is an object that is known by its identity, such as an array, not "
                            + (parameter == null ? "null" : "a " + parameter.getClass().getName()));
        }
        if (!places.containsKey(parameter)) {
            places.put(parameter, ordered.size());
            ordered.add(parameter);
        }
        return this;
    }

    /**
     * Adds those of another set that are not in this one.
     *
     * @return this
     */
    public Params addAll(Params others) {
        for (Object each : List.copyOf(others.ordered)) {
            add(each);
        }
        return this;
    }

    /**
     * Takes an object out.
     *
     * @return whether it was in the set
     */
    public boolean remove(Object parameter) {
        Integer place = places.remove(parameter);
        if (place == null) {
            return false;
        }
        ordered.remove(place.intValue());
        for (int i = place; i < ordered.size(); i++) {
            places.put(ordered.get(i), i);
        }
        return true;
    }

    /** Returns what is in this set or another one, this one's first. */
    public Params union(Params other) {
        return copy().addAll(other);
    }

    /** Returns what is in both sets, in the order of this one. */
    public Params intersection(Params other) {
        Params both = new Params();
        for (Object each : ordered) {
            if (other.contains(each)) {
                both.add(each);
            }
        }
        return both;
    }

    /** Returns whether that very object is in the set. */
    public boolean contains(Object parameter) {
        return places.containsKey(parameter);
    }

    /** Returns whether another set holds the same objects, in any order. */
    public boolean hasSameAs(Params other) {
        return size() == other.size() && intersection(other).size() == size();
    }

    /** Returns how many there are. */
    public int size() {
        return ordered.size();
    }

    /**
     * Returns one by its place.
     *
     * @param index from 0
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public Object get(int index) {
        return ordered.get(index);
    }

    /** Goes through the objects in the order in which they were added; changes nothing. */
    @Override
    public Iterator<Object> iterator() {
        return List.copyOf(ordered).iterator();
    }

    /**
     * Returns all their numbers one after the other, rows of arrays of arrays in order.
     *
     * @throws UnsupportedOperationException if a parameter is something else than an array of numbers, or of such
     *     arrays
     */
    public double[] toArray() {
        return Numbers.flattened(ordered);
    }

    /**
     * Sets all their numbers.
     *
     * @param numbers as {@link #toArray} returns them
     * @throws IllegalArgumentException if these are not as many
     * @throws UnsupportedOperationException as {@link #toArray}
     */
    public void set(double[] numbers) {
        Numbers.fill(ordered, numbers);
    }

    /** Returns the objects in a fresh array. */
    public Object[] objects() {
        return ordered.toArray();
    }

    /** Returns the place of a parameter, or -1. */
    int place(Object parameter) {
        Integer place = places.get(parameter);
        return place == null ? -1 : place;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // which object it is, is the question
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Params params) || params.size() != size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (get(i) != params.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Object each : ordered) {
            hash = 31 * hash + System.identityHashCode(each);
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder types = new StringBuilder("Params[");
        for (Object each : ordered) {
            types.append(types.length() > 7 ? ", " : "").append(each.getClass().getTypeName());
        }
        return types.append(']').toString();
    }
}
