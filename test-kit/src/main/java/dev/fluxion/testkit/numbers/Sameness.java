package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether two values are the same: class by class, number by number, in everything that can be reached. */
@SuppressWarnings("ReferenceEquality") // where nothing else is meant
public final class Sameness {

    private final int ulps;
    private final Set<Object> entered = Collections.newSetFromMap(new IdentityHashMap<>());

    private Sameness(int ulps) {
        this.ulps = ulps;
    }

    /**
     * Says how two values differ first, or returns null if they do not.
     *
     * @param name what the value is called
     * @param expected what it should be
     * @param actual what it is
     * @param ulps by how many units in the last place numbers may differ; 0 means that they have the same bits
     */
    public static @Nullable String difference(
            String name, @Nullable Object expected, @Nullable Object actual, int ulps) {
        return new Sameness(ulps).compare(name, expected, actual);
    }

    private @Nullable String compare(String name, @Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null || expected.getClass() != actual.getClass()) {
            return expected == actual ? null : said(name, show(expected), show(actual));
        }
        return switch (expected) {
            case Double x -> same(x, (Double) actual) ? null : said(name, x, actual);
            case Float x -> same(x, (Float) actual) ? null : said(name, x, actual);
            case Object[] array -> elements(name, array, actual);
            case Object array when array.getClass().isArray() -> elements(name, array, actual);
            default -> compareParts(name, expected, actual);
        };
    }

    private @Nullable String compareParts(String name, Object expected, Object actual) {
        return switch (Kind.of(expected)) {
            case LIST -> elements(name, ((List<?>) expected).toArray(), ((List<?>) actual).toArray());
            case MAP -> map(name, (Map<?, ?>) expected, (Map<?, ?>) actual);
            case RECORD, OBJECT -> fields(name, expected, actual);
            case CONSTANT -> constants(name, expected, actual);
            case NUMBER, DOUBLES, FLOATS, ARRAY, WHOLE_ARRAY -> throw new AssertionError(name);
        };
    }

    private @Nullable String elements(String name, Object expected, Object actual) {
        int length = Array.getLength(expected);
        if (Array.getLength(actual) != length) {
            return said(name, "length " + length, "length " + Array.getLength(actual));
        }
        String difference = null;
        if (entered.add(expected)) {
            for (int i = 0; i < length && difference == null; i++) {
                difference = compare(name + "[" + i + "]", Array.get(expected, i), Array.get(actual, i));
            }
        }
        return difference;
    }

    private @Nullable String map(String name, Map<?, ?> expected, Map<?, ?> actual) {
        if (!expected.keySet().equals(actual.keySet())) {
            return said(name, "the keys " + expected.keySet(), "the keys " + actual.keySet());
        }
        String difference = null;
        if (entered.add(expected)) {
            for (Map.Entry<?, ?> entry : expected.entrySet()) {
                if (difference == null) {
                    Object key = entry.getKey();
                    difference = compare(name + "[" + key + "]", entry.getValue(), actual.get(key));
                }
            }
        }
        return difference;
    }

    private @Nullable String fields(String name, Object expected, Object actual) {
        String difference = null;
        if (entered.add(expected)) {
            for (Field field : Fields.of(expected.getClass())) {
                if (difference == null) {
                    String called = name + "." + field.getName();
                    difference = compare(called, Fields.get(expected, field), Fields.get(actual, field));
                }
            }
        }
        return difference;
    }

    /** Functions and other objects of the JDK are taken to be the same where they have no equality of their own. */
    private static @Nullable String constants(String name, Object expected, Object actual) {
        boolean comparable =
                expected instanceof Number
                        || expected instanceof CharSequence
                        || expected instanceof Boolean
                        || expected instanceof Character
                        || expected instanceof Enum;
        return !comparable || Objects.equals(expected.toString(), actual.toString())
                ? null
                : said(name, expected, actual);
    }

    private boolean same(double x, double y) {
        return Double.doubleToLongBits(x) == Double.doubleToLongBits(y)
                || ulps > 0 && Math.abs(x - y) <= ulps * Math.ulp(x);
    }

    private boolean same(float x, float y) {
        return Float.floatToIntBits(x) == Float.floatToIntBits(y) || ulps > 0 && Math.abs(x - y) <= ulps * Math.ulp(x);
    }

    private static String said(String name, Object expected, Object actual) {
        return name + " is " + actual + ", where " + expected + " belongs";
    }

    private static Object show(@Nullable Object value) {
        return value == null ? "null" : "a " + value.getClass().getTypeName();
    }
}
