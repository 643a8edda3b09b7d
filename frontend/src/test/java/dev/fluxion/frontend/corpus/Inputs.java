package dev.fluxion.frontend.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arguments for methods of primitives and arrays of them: edge values and random ones, the same in each run. */
public final class Inputs {
    private static final double[] DOUBLES = {
        0,
        -0.0,
        1,
        -1,
        2.5,
        -3.75,
        0.1,
        1e-300,
        -1e300,
        12345.678,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        0.5,
        4e9,
        1e19
    };
    private static final int[] INTS = {
        0, 1, -1, 2, 3, 5, 7, 8, 12, 17, -6, 100, 31, 32, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE
    };
    private static final long[] LONGS = {0, 1, -1, 2, 3, 10, -7, 63, 64, 1L << 33, Long.MAX_VALUE, Long.MIN_VALUE};

    private final Random random;
    private final boolean small;

    private Inputs(Random random, boolean small) {
        this.random = random;
        this.small = small;
    }

    /**
     * Returns so many lists of arguments for a method, null for references of which no value is known. Methods of
     * libraries get small integers, as they may run as long, or allocate as much, as an argument says.
     */
    public static List<Object[]> of(CorpusMethod method, int count) {
        Class<?>[] types = method.method().getParameterTypes();
        boolean small = !method.isOwn() && !method.method().getDeclaringClass().getName().startsWith("java.");
        Inputs inputs = new Inputs(new Random(method.display().hashCode()), small);
        List<Object[]> all = new ArrayList<>();
        for (int i = 0; i < (types.length == 0 ? 1 : count); i++) {
            Object[] arguments = new Object[types.length];
            for (int k = 0; k < types.length; k++) {
                arguments[k] = inputs.value(types[k]);
            }
            all.add(arguments);
        }
        return all;
    }

    /** Returns a copy that shares no array with the original. */
    public static Object[] copy(Object[] arguments) {
        Object[] copy = arguments.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] =
                    switch (copy[i]) {
                        case boolean[] a -> a.clone();
                        case byte[] a -> a.clone();
                        case short[] a -> a.clone();
                        case char[] a -> a.clone();
                        case int[] a -> a.clone();
                        case long[] a -> a.clone();
                        case float[] a -> a.clone();
                        case double[] a -> a.clone();
                        case null -> null;
                        default -> copy[i];
                    };
        }
        return copy;
    }

    /** Returns whether values of the type can be made. */
    public static boolean canMake(Class<?> type) {
        return type.isPrimitive() || type.isArray() && type.getComponentType().isPrimitive();
    }

    private Object value(Class<?> type) {
        if (type.isArray()) {
            return array(type.getComponentType());
        }
        return switch (type.getName()) {
            case "boolean" -> random.nextBoolean();
            case "byte" -> (byte) integer();
            case "short" -> (short) integer();
            case "char" -> (char) integer();
            case "int" -> integer();
            case "long" ->
                    small ? integer() : random.nextInt(3) > 0 ? LONGS[random.nextInt(LONGS.length)] : random.nextLong();
            case "float" -> (float) floating();
            case "double" -> floating();
            default -> null;
        };
    }

    private int integer() {
        if (small) {
            return random.nextInt(60) - 12;
        }
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextInt(20) - 5;
            default -> INTS[random.nextInt(INTS.length)];
        };
    }

    private double floating() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextGaussian();
            case 1 -> Double.longBitsToDouble(random.nextLong());
            default -> DOUBLES[random.nextInt(DOUBLES.length)];
        };
    }

    private Object array(Class<?> element) {
        if (random.nextInt(12) == 0) {
            return null;
        }
        int length = random.nextInt(10);
        Object array = java.lang.reflect.Array.newInstance(element, length);
        for (int i = 0; i < length; i++) {
            java.lang.reflect.Array.set(array, i, value(element));
        }
        return array;
    }
}
