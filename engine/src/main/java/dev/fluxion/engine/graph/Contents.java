package dev.fluxion.engine.graph;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a container of the JDK holds, asked of its public methods, since its fields cannot be read. The keys of a map
 * are constants; its values are places.
 *
 * @param form how the values are told apart
 * @param keys the keys, one for each value, in order; none but for a map
 * @param values the values, in the order of the container's iterator
 * @param sorted a copy of the map, if it is a sorted one: another can be made from it without asking its comparator
 */
@SuppressWarnings("ArrayRecordComponent") // read by those who made it
record Contents(
        Form form, @Nullable Object[] keys, @Nullable Object[] values, @Nullable SortedMap<Object, Object> sorted) {

    /** How the values of a container are told apart. */
    enum Form {
        /** By their index, as in a list; those of a set by that of its iterator. */
        ELEMENTS,
        /** By their key, as in a map. */
        ENTRIES,
        /** There is one at most, as in an {@link Optional}. */
        VALUE
    }

    private static final Object[] NONE = {};

    /** Returns whether objects of a class of the JDK can be asked what they hold. */
    static boolean areKnownOf(Class<?> type) {
        return Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || Map.Entry.class.isAssignableFrom(type)
                || type == Optional.class
                || type == AtomicReference.class;
    }

    /**
     * Returns whether a class of the JDK, which others extend, keeps nothing itself: what such an object holds is in
     * the fields of the class that extends it.
     */
    static boolean areElsewhereThanIn(Class<?> type) {
        return type == java.util.AbstractCollection.class
                || type == java.util.AbstractList.class
                || type == java.util.AbstractSequentialList.class
                || type == java.util.AbstractSet.class
                || type == java.util.AbstractQueue.class
                || type == AbstractMap.class;
    }

    /** Returns what a container holds now; linear in its size. */
    static Contents of(Object container) {
        return switch (container) {
            case Map<?, ?> map -> ofMap(map);
            case Collection<?> collection ->
                    new Contents(Form.ELEMENTS, NONE, new ArrayList<>(collection).toArray(), null);
            case Map.Entry<?, ?> entry ->
                    new Contents(Form.VALUE, new Object[] {entry.getKey()}, new Object[] {entry.getValue()}, null);
            case Optional<?> optional ->
                    new Contents(Form.VALUE, NONE, optional.isPresent() ? new Object[] {optional.get()} : NONE, null);
            case AtomicReference<?> reference -> new Contents(Form.VALUE, NONE, new Object[] {reference.get()}, null);
            default -> throw new IllegalArgumentException("no container: " + container.getClass());
        };
    }

    /** Returns the values of a map, to be found as the map found them. */
    Map<?, ?> byKey(boolean areIdentities) {
        if (sorted != null) {
            return sorted;
        }
        Map<Object, @Nullable Object> found = areIdentities ? new IdentityHashMap<>() : new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            found.put(keys[i], values[i]);
        }
        return found;
    }

    /**
     * Returns whether a container holds these values, rather than making new ones each time that it is asked, as a view
     * of a list of the user's own may do: numbers in such values are in no place.
     *
     * @param container what they were read from
     */
    boolean areHeldBy(Object container) {
        if (Modifier.isPublic(container.getClass().getModifiers())) {
            return true;
        }
        @Nullable Object[] again = of(container).values();
        if (again.length != values.length) {
            return false;
        }
        for (int i = 0; i < again.length; i++) {
            if (!isSame(values[i], again[i])) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // places are told apart by identity
    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null || one.getClass() != other.getClass()) {
            return false;
        }
        return switch (Kind.of(one.getClass())) {
            case CONSTANT -> true;
            case CONTAINER -> {
                @Nullable Object[] values = of(one).values();
                @Nullable Object[] others = of(other).values();
                boolean isSame = values.length == others.length;
                for (int i = 0; isSame && i < values.length; i++) {
                    isSame = isSame(values[i], others[i]);
                }
                yield isSame;
            }
            case NUMBERS, BOX, ARRAY, OBJECT, HOLDER, HIDDEN -> false;
        };
    }

    private static Contents ofMap(Map<?, ?> map) {
        SortedMap<Object, Object> sorted = map instanceof SortedMap<?, ?> ordered ? copy(ordered) : null;
        Map<?, ?> read = sorted == null ? map : sorted;
        List<@Nullable Object> keys = new ArrayList<>(read.size());
        List<@Nullable Object> values = new ArrayList<>(read.size());
        for (Map.Entry<?, ?> entry : read.entrySet()) {
            keys.add(entry.getKey());
            values.add(entry.getValue());
        }
        return new Contents(Form.ENTRIES, keys.toArray(), values.toArray(), sorted);
    }

    @SuppressWarnings("unchecked") // copied in order, so that its comparator sees nothing
    private static SortedMap<Object, Object> copy(SortedMap<?, ?> map) {
        return new TreeMap<>((SortedMap<Object, Object>) map);
    }
}
