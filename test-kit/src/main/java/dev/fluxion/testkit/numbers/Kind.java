package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** How the numbers in a value are reached. */
enum Kind {
    /** A {@code Double} or {@code Float}. */
    NUMBER,
    /** A {@code double[]}. */
    DOUBLES,
    /** A {@code float[]}. */
    FLOATS,
    /** An array of references. */
    ARRAY,
    /** An array of whole numbers, characters or booleans. */
    WHOLE_ARRAY,
    /** A record. */
    RECORD,
    /** A list of the JDK's. */
    LIST,
    /** A map of the JDK's. */
    MAP,
    /** An object with fields, of a class that is not the JDK's. */
    OBJECT,
    /** Anything else, null too: there is nothing in it that could be perturbed. */
    CONSTANT;

    /** Returns the kind of a value. */
    static Kind of(@Nullable Object value) {
        return switch (value) {
            case Double number -> NUMBER;
            case Float number -> NUMBER;
            case double[] array -> DOUBLES;
            case float[] array -> FLOATS;
            case Object[] array -> ARRAY;
            case Record tuple -> RECORD;
            case Enum<?> constant -> CONSTANT;
            case null -> CONSTANT;
            default -> ofClass(value);
        };
    }

    private static Kind ofClass(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return WHOLE_ARRAY;
        }
        if (!isOfTheJdk(type)) {
            return type.isHidden() || java.lang.reflect.Proxy.isProxyClass(type) ? CONSTANT : OBJECT;
        }
        return value instanceof List ? LIST : value instanceof Map ? MAP : CONSTANT;
    }

    private static boolean isOfTheJdk(Class<?> type) {
        String module = type.getModule().getName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    /** Returns whether a value of the type always has numbers that can be perturbed, however many. */
    static boolean isNumeric(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        return element == double.class || element == float.class || element == Double.class || element == Float.class;
    }
}
