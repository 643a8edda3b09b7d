package dev.fluxion.testkit.program;

import dev.fluxion.DoubleArrayFn;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * A function of numbers around a method: puts them into its arguments, calls it, and adds up the numbers of its value
 * and those that it leaves in its arguments' arrays, each times a weight. Fluxion differentiates the code of {@link
 * #value}, and with it the call.
 */
public final class Program {

    private final Invocation method;
    private final @Nullable Object[] constants;
    private final Argument[] kinds;
    private final int[] starts;
    private final int[] same;
    private final double[] ofValue;
    private final double[] ofMemory;

    /** What an argument is. */
    private enum Argument {
        NUMBER,
        ARRAY,
        CONSTANT
    }

    /**
     * Prepares the function.
     *
     * @param method the method
     * @param arguments the arguments at some point; numbers and arrays of doubles vary, the others are passed as they
     *     are
     * @param starts the position of each one's first number, and the count of numbers
     * @param ofValue the weights of the numbers in the value
     * @param ofMemory the weights of the numbers in arrays, after the call
     */
    public Program(
            Invocation method,
            List<? extends @Nullable Object> arguments,
            int[] starts,
            double[] ofValue,
            double[] ofMemory) {
        this.method = method;
        this.constants = arguments.toArray();
        this.starts = starts.clone();
        this.ofValue = ofValue.clone();
        this.ofMemory = ofMemory.clone();
        this.kinds = new Argument[constants.length];
        this.same = new int[constants.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kind(constants[i]);
            same[i] = first(i);
        }
    }

    private static Argument kind(@Nullable Object argument) {
        return switch (argument) {
            case Double number -> Argument.NUMBER;
            case double[] array -> Argument.ARRAY;
            case null, default -> Argument.CONSTANT;
        };
    }

    /** Returns the first argument that is the same array as another. */
    @SuppressWarnings("ReferenceEquality") // one array under two names
    private int first(int argument) {
        int first = 0;
        while (kinds[argument] == Argument.ARRAY && constants[first] != constants[argument]) {
            first++;
        }
        return kinds[argument] == Argument.ARRAY ? first : argument;
    }

    /** Returns whether a method's value of a type is one that can be weighed, or has no numbers at all. */
    public static boolean isWeighed(Class<?> value) {
        return value == double[].class || value.isPrimitive() && value != float.class || value == Double.class;
    }

    /** Returns the function. */
    public DoubleArrayFn function() {
        return x -> value(x);
    }

    /** Calls the method with numbers in its arguments, and weighs what comes out. */
    public double value(double[] x) {
        @Nullable Object[] arguments = new Object[kinds.length];
        for (int i = 0; i < arguments.length; i++) {
            if (kinds[i] == Argument.NUMBER) {
                arguments[i] = x[starts[i]];
            } else if (kinds[i] == Argument.CONSTANT) {
                arguments[i] = constants[i];
            } else {
                arguments[i] = same[i] < i ? arguments[same[i]] : Arrays.copyOfRange(x, starts[i], starts[i + 1]);
            }
        }
        Object value = Invocation.call(method, arguments);
        double sum = 0;
        if (value instanceof Double number) {
            sum = ofValue[0] * number;
        } else if (value instanceof double[] array) {
            for (int k = 0; k < array.length; k++) {
                sum += ofValue[k] * array[k];
            }
        }
        for (int i = 0; i < arguments.length; i++) {
            if (same[i] == i && arguments[i] instanceof double[] array) {
                for (int k = 0; k < array.length; k++) {
                    sum += ofMemory[starts[i] + k] * array[k];
                }
            }
        }
        return sum;
    }
}
