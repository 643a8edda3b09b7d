package dev.fluxion.tangent;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import java.util.Map;

/** Copies arrays of numbers, of any depth, so that a {@link Tangent} stays what it is. */
final class Copies {

    private Copies() {}

    /** Returns a copy of an array, and anything else itself. One array under two names is one copy. */
    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case double[] doubles -> doubles.clone();
            case float[] floats -> floats.clone();
            case Object[] array -> array(array, new IdentityHashMap<>());
            case null, default -> value;
        };
    }

    private static Object array(Object[] array, Map<Object, Object> done) {
        Object known = done.get(array);
        if (known != null) {
            return known;
        }
        Object[] copy = (Object[]) Array.newInstance(array.getClass().getComponentType(), array.length);
        done.put(array, copy);
        for (int i = 0; i < array.length; i++) {
            Object element = array[i];
            copy[i] =
                    switch (element) {
                        case Object[] inner -> array(inner, done);
                        case double[] inner -> done.computeIfAbsent(inner, _ -> inner.clone());
                        case float[] inner -> done.computeIfAbsent(inner, _ -> inner.clone());
                        case null, default -> element;
                    };
        }
        return copy;
    }
}
