package dev.fluxion.frontend.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a call has done, as text in which different bits are different: its result or the class of what it threw, and
 * what its array arguments held afterwards.
 *
 * @param text for comparison and for messages
 */
public record Outcome(String text) {

    /** Returns the outcome of a call that returned. */
    public static Outcome of(Object result, Object[] arguments) {
        return new Outcome(show(result) + after(arguments));
    }

    /** Returns the outcome of a call that threw. */
    public static Outcome thrown(Throwable thrown, Object[] arguments) {
        return new Outcome("throws " + thrown.getClass().getName() + after(arguments));
    }

    private static String after(Object[] arguments) {
        List<String> all = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument != null && argument.getClass().isArray()) {
                all.add(show(argument));
            }
        }
        return all.isEmpty() ? "" : " and leaves " + all;
    }

    /** Returns a text for a value; booleans, bytes, shorts and chars read as the integers that they are in the IR. */
    public static String show(Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean b -> b ? "1" : "0";
            case Character c -> Integer.toString(c);
            case Byte b -> b.toString();
            case Short s -> s.toString();
            case Integer i -> i.toString();
            case Float f -> f.isNaN() ? "NaN f" : f + "f";
            case Double d -> d.isNaN() ? "NaN" : d.toString();
            case Long l -> l + "L";
            case boolean[] a -> Arrays.toString(a);
            case byte[] a -> Arrays.toString(a);
            case short[] a -> Arrays.toString(a);
            case char[] a -> Arrays.toString(new String(a).chars().toArray());
            case int[] a -> Arrays.toString(a);
            case long[] a -> Arrays.toString(a);
            case float[] a -> Arrays.toString(a);
            case double[] a -> Arrays.toString(a);
            default -> value.getClass().getName() + " " + value;
        };
    }
}
