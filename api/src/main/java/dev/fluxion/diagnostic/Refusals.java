package dev.fluxion.diagnostic;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The refusals that concern functions, arguments and configuration rather than code, with their texts. */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
public final class Refusals {

    private Refusals() {}

    /** Refuses a null function. */
    public static void requireFunction(@Nullable Object function) {
        if (function == null) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.NULL_FUNCTION,
                            "cannot differentiate null",
                            "the function given is null",
                            "a lambda, a method reference or a java.lang.reflect.Method"));
        }
    }

    /** Refuses a null argument. */
    public static void requireArgument(String name, @Nullable Object argument) {
        if (argument == null) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.NULL_ARGUMENT,
                            "cannot take the gradient at null",
                            "the argument " + name + " is null",
                            "an array, possibly of length 0"));
        }
    }

    /** Refuses a null argument of a function of objects. */
    public static void requireObject(String name, @Nullable Object argument) {
        if (argument == null) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.NULL_ARGUMENT,
                            "cannot take the gradient at null",
                            "the argument " + name + " is null",
                            "an object, a record or an array"));
        }
    }

    /** Refuses a function's value that is null. */
    public static <T> T requireValue(@Nullable T value) {
        if (value == null) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.NON_SCALAR_RESULT,
                            "cannot differentiate a function that gives null",
                            "there is nothing that could vary",
                            "a function that gives a number, an array, a record, a list, a map or an object"));
        }
        return value;
    }

    /** Refuses an array to store in that is null or not of this length. */
    public static void requireLength(int length, double @Nullable [] out) {
        if (out == null || out.length != length) {
            throw new NotDifferentiableException(
                    wrongLength("the function's number of arguments", length, lengthOf(out)));
        }
    }

    /** Refuses arrays of which one is null, and an array to store in that does not fit its argument. */
    public static void requireOut(String name, double @Nullable [] argument, double @Nullable [] out) {
        if (argument == null || out == null || argument.length != out.length || argument == out) {
            throw misfit(name, argument, out, lengthOf(argument), lengthOf(out));
        }
    }

    /** Refuses arrays of which one is null, and an array to store in that does not fit its argument. */
    public static void requireOut(String name, float @Nullable [] argument, float @Nullable [] out) {
        if (argument == null || out == null || argument.length != out.length || argument == out) {
            int length = argument == null ? -1 : argument.length;
            throw misfit(name, argument, out, length, out == null ? -1 : out.length);
        }
    }

    /** Refuses an array of another length than that of the argument. */
    public static void requireOfLength(String name, int length, double[] given) {
        if (given.length != length) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.WRONG_LENGTH,
                            "cannot multiply by an array of length " + given.length,
                            "the length of x is " + length + ", and " + name + " is a direction in the space of x",
                            "an array of length " + length));
        }
    }

    /** Refuses an array for the derivatives of a function's results that is of another length than these. */
    public static void requireResults(int length, double[] out) {
        if (out.length != length) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.WRONG_LENGTH,
                            "cannot store the derivatives in an array of length " + out.length,
                            "the function gives " + length + (length == 1 ? " number" : " numbers"),
                            "an array of length " + length + ", or at(...), which makes one"));
        }
    }

    /** Returns what is said of a cotangent that is no cotangent of the value. */
    public static NotDifferentiableException misfit(int value, int cotangent) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.WRONG_ARGUMENTS,
                        "the cotangent does not fit the value",
                        "the length of the value is " + value + ", that of the cotangent " + cotangent,
                        "a cotangent of the type and shape of the value"));
    }

    /** Refuses a matrix to store in that is null or of another shape. */
    public static void requireMatrix(String name, int rows, int columns, double @Nullable [] @Nullable [] out) {
        if (!isMatrix(rows, columns, out)) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.WRONG_LENGTH,
                            "cannot store the derivatives in " + name,
                            "they are " + rows + " rows of " + columns + " numbers",
                            "new double[" + rows + "][" + columns + "]"));
        }
    }

    private static boolean isMatrix(int rows, int columns, double @Nullable [] @Nullable [] out) {
        if (out == null || out.length != rows) {
            return false;
        }
        for (double[] row : out) {
            if (row == null || row.length != columns) {
                return false;
            }
        }
        return true;
    }

    /** Refuses an array to store in that is also used for something else. */
    public static void requireDistinct(double[] other, double[] out) {
        if (other == out) {
            throw new NotDifferentiableException(aliased());
        }
    }

    /** Refuses a number of arguments that is not the method's. */
    public static void requireArguments(String method, int expected, double @Nullable [] arguments) {
        int given = lengthOf(arguments);
        if (given < 0) {
            requireArgument("args", arguments);
        }
        if (given != expected) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.WRONG_ARGUMENTS,
                            "cannot take the gradient of "
                                    + method
                                    + " at "
                                    + given
                                    + (given == 1 ? " number" : " numbers"),
                            "it has " + expected + (expected == 1 ? " parameter" : " parameters"),
                            "one number for each parameter"));
        }
    }

    /** Says that no backend has the name. */
    public static Diagnostic unknownBackend(String name, List<String> known) {
        String nearest = Spelling.nearest(name, known);
        String what = "there is no backend \"" + name + "\"";
        return Diagnostic.of(
                ErrorId.UNKNOWN_BACKEND,
                nearest == null ? what : what + "; did you mean \"" + nearest + "\"?",
                "no provider on the module path or class path announces that name",
                "one of: " + String.join(", ", known));
    }

    /** Says that there is no backend at all. */
    public static Diagnostic noBackend() {
        return Diagnostic.of(
                ErrorId.NO_BACKEND,
                "there is no backend to compile a derivative with",
                "no provider of dev.fluxion.backend.BackendModule is on the module path or class path",
                "adding the dependency dev.fluxion:fluxion-backend-cpu");
    }

    /** Says that there is no engine. */
    public static Diagnostic noEngine() {
        return Diagnostic.of(
                ErrorId.NO_ENGINE,
                "there is no engine to make a derivative with",
                "no provider of dev.fluxion.spi.EngineProvider is on the module path or class path",
                "adding the dependency dev.fluxion:fluxion-engine, at run time");
    }

    private static NotDifferentiableException misfit(
            String name, @Nullable Object argument, @Nullable Object out, int expected, int length) {
        requireArgument(name, argument);
        return new NotDifferentiableException(
                argument == out ? aliased() : wrongLength("the length of " + name, expected, length));
    }

    private static Diagnostic wrongLength(String of, int expected, int length) {
        if (length < 0) {
            return Diagnostic.of(
                    ErrorId.NULL_ARGUMENT,
                    "cannot store a gradient in null",
                    "the array to store in is null",
                    "an array of length " + expected + ", or at(...), which makes one");
        }
        return Diagnostic.of(
                ErrorId.WRONG_LENGTH,
                "cannot store a gradient of length " + expected + " in an array of length " + length,
                of + " is " + expected,
                "an array of length " + expected + ", or at(...), which makes one");
    }

    private static Diagnostic aliased() {
        return Diagnostic.of(
                ErrorId.ALIASED_ARGUMENT,
                "cannot store a gradient in an array that is also used for something else",
                "the array to store in is an argument, or stores another gradient",
                "an array of its own for each gradient");
    }

    private static int lengthOf(double @Nullable [] array) {
        return array == null ? -1 : array.length;
    }
}
