package dev.fluxion.params;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/** Does things with each number in arrays, arrays of arrays, lists and maps. */
final class Numbers {

    private Numbers() {}

    /** Returns the numbers of arrays one after the other. */
    static double[] flattened(List<Object> arrays) {
        int count = 0;
        for (Object array : arrays) {
            count += count(array);
        }
        double[] all = new double[count];
        int at = 0;
        for (Object array : arrays) {
            at = flatten(array, all, at);
        }
        return all;
    }

    /** Sets the numbers of arrays. */
    static void fill(List<Object> arrays, double[] numbers) {
        int count = 0;
        for (Object array : arrays) {
            count += count(array);
        }
        if (numbers.length != count) {
            throw new IllegalArgumentException(numbers.length + " numbers for parameters of " + count);
        }
        int at = 0;
        for (Object array : arrays) {
            at = fill(array, numbers, at);
        }
    }

    /** Returns how many numbers an array has. */
    static int count(Object array) {
        return switch (array) {
            case double[] doubles -> doubles.length;
            case float[] floats -> floats.length;
            case Object[] rows -> Arrays.stream(rows).mapToInt(Numbers::count).sum();
            default -> throw noArray(array);
        };
    }

    /** Copies the numbers of an array; returns the place after the last. */
    static int flatten(Object array, double[] to, int from) {
        int at = from;
        switch (array) {
            case double[] doubles -> {
                System.arraycopy(doubles, 0, to, at, doubles.length);
                at += doubles.length;
            }
            case float[] floats -> {
                for (float each : floats) {
                    to[at++] = each;
                }
            }
            case Object[] rows -> {
                for (Object row : rows) {
                    at = flatten(row, to, at);
                }
            }
            default -> throw noArray(array);
        }
        return at;
    }

    private static int fill(Object array, double[] numbers, int from) {
        int at = from;
        switch (array) {
            case double[] doubles -> {
                System.arraycopy(numbers, at, doubles, 0, doubles.length);
                at += doubles.length;
            }
            case float[] floats -> {
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) numbers[at++];
                }
            }
            case Object[] rows -> {
                for (Object row : rows) {
                    at = fill(row, numbers, at);
                }
            }
            default -> throw noArray(array);
        }
        return at;
    }

    /**
     * Returns a fresh value of the same shape, with what comes of each number and that at the same place of another.
     */
    static Object combined(Object value, Object other, DoubleBinaryOperator operator) {
        return switch (value) {
            case Double number -> operator.applyAsDouble(number, ((Number) other).doubleValue());
            case Float number -> (float) operator.applyAsDouble(number, ((Number) other).doubleValue());
            case double[] doubles -> {
                double[] result = new double[doubles.length];
                Arrays.setAll(result, i -> operator.applyAsDouble(doubles[i], ((double[]) other)[i]));
                yield result;
            }
            case float[] floats -> {
                float[] result = new float[floats.length];
                for (int i = 0; i < result.length; i++) {
                    result[i] = (float) operator.applyAsDouble(floats[i], ((float[]) other)[i]);
                }
                yield result;
            }
            case Object[] rows -> {
                Object[] result = (Object[]) Array.newInstance(rows.getClass().getComponentType(), rows.length);
                Arrays.setAll(result, i -> combined(rows[i], ((Object[]) other)[i], operator));
                yield result;
            }
            case List<?> list -> {
                List<Object> result = new ArrayList<>(list.size());
                for (int i = 0; i < list.size(); i++) {
                    result.add(combined(list.get(i), ((List<?>) other).get(i), operator));
                }
                yield result;
            }
            case Map<?, ?> map -> {
                Map<Object, Object> result = new LinkedHashMap<>();
                Map<?, ?> others = (Map<?, ?>) other;
                map.forEach((key, each) ->
                        result.put(key, combined(each, Objects.requireNonNull(others.get(key)), operator)));
                yield result;
            }
            default -> throw noArray(value);
        };
    }

    private static UnsupportedOperationException noArray(Object value) {
        return new UnsupportedOperationException(
                "a " + value.getClass().getTypeName() + " is no array of numbers, nor one of such arrays");
    }
}
