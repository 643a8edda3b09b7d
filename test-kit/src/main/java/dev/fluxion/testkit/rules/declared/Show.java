package dev.fluxion.testkit.rules.declared;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.List;

/** Values and methods as text, for messages. */
public final class Show {

    private static final int ELEMENTS = 8;

    private Show() {}

    /** Returns a value; of long arrays the first elements. */
    public static String value(@Nullable Object value) {
        if (value == null || !value.getClass().isArray()) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder("[");
        int length = Array.getLength(value);
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : ", ");
            if (i == ELEMENTS) {
                return text.append("... ").append(length).append(" elements]").toString();
            }
            text.append(value(Array.get(value, i)));
        }
        return text.append(']').toString();
    }

    public static String values(List<? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(text.isEmpty() ? "" : ", ").append(value(value));
        }
        return text.toString();
    }

    /** Returns a method as {@code com.acme.Vectors.dot(double[], double[])}. */
    public static String method(Executable executable) {
        StringBuilder text = new StringBuilder(executable.getDeclaringClass().getName());
        if (!(executable instanceof Constructor)) {
            text.append('.').append(executable.getName());
        }
        return text.append('(').append(types(executable.getParameterTypes())).append(')').toString();
    }

    public static String types(Class<?>[] types) {
        StringBuilder text = new StringBuilder();
        for (Class<?> type : types) {
            text.append(text.isEmpty() ? "" : ", ").append(type.getSimpleName());
        }
        return text.toString();
    }
}
