package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

/** Where a number is in memory, to be read at any time. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
sealed interface Place {

    /** Returns what is there now. */
    @Nullable Object get();

    /** One of the values that were given, itself. */
    record Root(Object value) implements Place {
        @Override
        public Object get() {
            return value;
        }
    }

    /** An element of an array of numbers. */
    record InDoubles(double[] array, int index) implements Place {
        @Override
        public Object get() {
            return array[index];
        }
    }

    /** An element of an array of numbers. */
    record InFloats(float[] array, int index) implements Place {
        @Override
        public Object get() {
            return array[index];
        }
    }

    /** A box in an array. */
    record InArray(Object[] array, int index) implements Place {
        @Override
        public @Nullable Object get() {
            return array[index];
        }
    }

    /** A field, of a record too. */
    record InField(Object holder, Field field) implements Place {
        @Override
        public @Nullable Object get() {
            return Fields.get(holder, field);
        }
    }

    /** A box in a list. */
    record InList(List<?> list, int index) implements Place {
        @Override
        public @Nullable Object get() {
            return index < list.size() ? list.get(index) : null;
        }
    }

    /** A box in a map. */
    record InMap(Map<?, ?> map, Object key) implements Place {
        @Override
        public @Nullable Object get() {
            return map.get(key);
        }
    }
}
