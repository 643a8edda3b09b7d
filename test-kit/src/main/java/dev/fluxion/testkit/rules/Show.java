package dev.fluxion.testkit.rules;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Values and methods as text, for messages. */
final class Show {

    private static final int ELEMENTS = 8;

    private Show() {}

    /** Returns a value; of long arrays the first elements. */
    static String value(@Nullable Object value) {
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

    static String values(List<? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(text.isEmpty() ? "" : ", ").append(value(value));
        }
        return text.toString();
    }

    /** Returns a method as {@code Vectors.dot(double[], double[])}. */
    static String method(Executable executable) {
        StringBuilder text = new StringBuilder(executable.getDeclaringClass().getSimpleName());
        if (!(executable instanceof Constructor)) {
            text.append('.').append(executable.getName());
        }
        return text.append('(').append(types(executable.getParameterTypes())).append(')').toString();
    }

    static String types(Class<?>[] types) {
        StringBuilder text = new StringBuilder();
        for (Class<?> type : types) {
            text.append(text.isEmpty() ? "" : ", ").append(type.getSimpleName());
        }
        return text.toString();
    }

    /** Returns a number with ten digits, so that what is rounding does not show. */
    static String number(double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return number == 0 ? "0" : Double.toString(number);
        }
        String rounded = Double.toString(new BigDecimal(number).round(new MathContext(10)).doubleValue());
        return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
    }

    /** Returns the size of a number, with two digits. */
    static String rough(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }
}
