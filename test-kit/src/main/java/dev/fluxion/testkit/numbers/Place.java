package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;

/** Where a number is in memory, to be read and written at any time. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
sealed interface Place {

    /** Returns what is there now. */
    @Nullable Object get();

    /** Writes a number there, of the type of the one that is there; does nothing where no program could. */
    void set(double number);

    /** Returns a number in a box of the same type as another one. */
    private static Object boxed(double number, @Nullable Object like) {
        if (like instanceof Float) {
            return (float) number;
        }
        return number;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // of the class of what is there
    private static <E extends @Nullable Object> E cast(Object box) {
        return (E) box;
    }

    /** One of the values that were given, itself. */
    record Root(Object value) implements Place {
        @Override
        public Object get() {
            return value;
        }

        @Override
        public void set(double number) {
            // the variables of the caller are its own
        }
    }

    /** An element of an array of numbers. */
    record InDoubles(double[] array, int index) implements Place {
        @Override
        public Object get() {
            return array[index];
        }

        @Override
        public void set(double number) {
            array[index] = number;
        }
    }

    /** An element of an array of numbers. */
    record InFloats(float[] array, int index) implements Place {
        @Override
        public Object get() {
            return array[index];
        }

        @Override
        public void set(double number) {
            array[index] = (float) number;
        }
    }

    /** A box in an array. */
    record InArray(Object[] array, int index) implements Place {
        @Override
        public @Nullable Object get() {
            return array[index];
        }

        @Override
        public void set(double number) {
            array[index] = boxed(number, array[index]);
        }
    }

    /** A field, of a record too. */
    record InField(Object holder, Field field) implements Place {
        @Override
        public @Nullable Object get() {
            return Fields.get(holder, field);
        }

        @Override
        public void set(double number) {
            if (!Modifier.isFinal(field.getModifiers())) {
                Fields.set(holder, field, boxed(number, get()));
            }
        }
    }

    /** A box in a list. */
    record InList<E extends @Nullable Object>(List<E> list, int index) implements Place {
        @Override
        public @Nullable Object get() {
            return index < list.size() ? list.get(index) : null;
        }

        @Override
        public void set(double number) {
            try {
                list.set(index, Place.<E>cast(boxed(number, get())));
            } catch (UnsupportedOperationException unmodifiable) {
                // as it is for the program
            }
        }
    }

    /** A box in a map. */
    record InMap<K, V extends @Nullable Object>(Map<K, V> map, K key) implements Place {
        @Override
        public @Nullable Object get() {
            return map.get(key);
        }

        @Override
        public void set(double number) {
            try {
                map.put(key, Place.<V>cast(boxed(number, get())));
            } catch (UnsupportedOperationException unmodifiable) {
                // as it is for the program
            }
        }
    }
}
