package dev.fluxion.engine.memory;

import dev.fluxion.engine.memory.ObjectFields.Slot;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What an array or an object held at some time. */
sealed interface Image {

    /** Returns whether the thing holds the same now. */
    boolean isStill(Object thing);

    /** Returns whether the thing, which has changed, can be made to hold this again. */
    boolean canBePutBack(Object thing);

    /** Makes the thing hold this again. */
    void putBack(Object thing);

    /** Returns what it referred to. */
    @Nullable Object[] references();

    /** Returns what a thing holds now, or null if it holds nothing that could change or lead to anything. */
    static @Nullable Image of(Object thing, ObjectFields fields) {
        if (thing.getClass().isArray()) {
            return OfArray.of(thing);
        }
        if (isConstant(thing)) {
            return null;
        }
        List<Slot> slots = fields.of(thing.getClass());
        @Nullable Object[] values = read(thing, slots);
        @Nullable Object[] contents = JdkContents.of(thing);
        return values.length + contents.length == 0 && !isContainer(thing)
                ? null
                : new OfObject(slots, values, contents);
    }

    private static boolean isConstant(Object thing) {
        return thing instanceof String
                || thing instanceof Boolean
                || thing instanceof Character
                || thing instanceof Class<?>
                || thing instanceof Number && thing.getClass().getPackageName().equals("java.lang");
    }

    /** One that is empty may be put into. */
    private static boolean isContainer(Object thing) {
        return thing instanceof java.util.Collection<?> || thing instanceof java.util.Map<?, ?>;
    }

    private static @Nullable Object[] read(Object thing, List<Slot> slots) {
        @Nullable Object[] values = new Object[slots.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = slots.get(i).read(thing);
        }
        return values;
    }

    private static boolean areSame(@Nullable Object[] some, @Nullable Object[] others) {
        boolean same = some.length == others.length;
        for (int i = 0; same && i < some.length; i++) {
            same = JdkContents.isSame(some[i], others[i]);
        }
        return same;
    }

    /**
     * The elements of an array.
     *
     * @param copy an array of the same class
     */
    record OfArray(Object copy) implements Image {

        private static final Object[] NONE = {};

        static OfArray of(Object array) {
            int length = Array.getLength(array);
            Object copy = Array.newInstance(array.getClass().getComponentType(), length);
            System.arraycopy(array, 0, copy, 0, length);
            return new OfArray(copy);
        }

        @Override
        public boolean isStill(Object thing) {
            return switch (thing) {
                case double[] now -> Arrays.equals(now, (double[]) copy);
                case float[] now -> Arrays.equals(now, (float[]) copy);
                case long[] now -> Arrays.equals(now, (long[]) copy);
                case int[] now -> Arrays.equals(now, (int[]) copy);
                case short[] now -> Arrays.equals(now, (short[]) copy);
                case char[] now -> Arrays.equals(now, (char[]) copy);
                case byte[] now -> Arrays.equals(now, (byte[]) copy);
                case boolean[] now -> Arrays.equals(now, (boolean[]) copy);
                default -> areSame((Object[]) copy, (Object[]) thing);
            };
        }

        @Override
        public boolean canBePutBack(Object thing) {
            return true;
        }

        @Override
        public void putBack(Object thing) {
            System.arraycopy(copy, 0, thing, 0, Array.getLength(copy));
        }

        @Override
        public @Nullable Object[] references() {
            return copy instanceof Object[] elements ? elements : NONE;
        }
    }

    /**
     * The fields of an object, and what it holds elsewhere if it is one of the JDK's.
     *
     * @param slots the fields
     * @param values what is in them
     * @param contents what else it holds
     */
    @SuppressWarnings("ArrayRecordComponent") // compared and read here only
    record OfObject(List<Slot> slots, @Nullable Object[] values, @Nullable Object[] contents) implements Image {

        @Override
        public boolean isStill(Object thing) {
            @Nullable Object[] now = read(thing, slots);
            boolean same = true;
            for (int i = 0; same && i < now.length; i++) {
                // a getter boxes primitive numbers anew
                same =
                        JdkContents.isSame(values[i], now[i])
                                || slots.get(i).isPrimitive() && Objects.equals(now[i], values[i]);
            }
            return same && canBePutBack(thing);
        }

        @Override
        public boolean canBePutBack(Object thing) {
            return areSame(contents, JdkContents.of(thing));
        }

        @Override
        public void putBack(Object thing) {
            for (int i = 0; i < values.length; i++) {
                slots.get(i).write(thing, values[i]);
            }
        }

        @Override
        public @Nullable Object[] references() {
            @Nullable Object[] all = Arrays.copyOf(values, values.length + contents.length);
            System.arraycopy(contents, 0, all, values.length, contents.length);
            return all;
        }
    }
}
