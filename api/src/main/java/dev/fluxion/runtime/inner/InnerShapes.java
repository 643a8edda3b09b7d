package dev.fluxion.runtime.inner;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

/** What the derivatives of functions of any kind may be taken of inside of differentiated code. */
final class InnerShapes {

    private InnerShapes() {}

    /** Returns an array's numbers, or a number as the only one. */
    static double[] numbers(Object of) {
        if (of instanceof double[] array) {
            return array;
        }
        if (of instanceof Double number) {
            return new double[] {number};
        }
        throw neither(of);
    }

    /** Returns numbers as what they are the tangent of: a number, or an array. */
    static Object like(Object value, double[] numbers) {
        if (value instanceof Double) {
            return numbers[0];
        }
        return numbers;
    }

    /** Refuses a tangent or cotangent that is no number where there is one, or no array of the same length. */
    static void requireFits(String name, Object given, Object to) {
        int length = to instanceof double[] array ? array.length : -1;
        int found = given instanceof double[] array ? array.length : -1;
        if (length != found || length < 0 && !(given instanceof Double)) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.WRONG_LENGTH,
                            "cannot use the " + name + " given",
                            "what it belongs to is " + shape(length) + ", and it is " + shape(found),
                            "one of the same shape"));
        }
    }

    private static String shape(int length) {
        return length < 0 ? "no array" : "an array of length " + length;
    }

    /** Returns the refusal of what is neither a number nor an array of numbers. */
    static NotDifferentiableException neither(Object found) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.DYNAMIC_CALL,
                        "cannot take this derivative inside of code that is differentiated",
                        "its function is one of " + found.getClass().getName() + " there",
                        "a function from a number or an array of numbers to such, or the derivative outside"));
    }

    /** Refuses a function that gave another value in a further run. */
    static void requireSame(double value, double again) {
        if (Double.compare(value, again) != 0) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.DYNAMIC_CALL,
                            "cannot take this derivative inside of code that is differentiated",
                            "its function is run several times there, and gave " + value + " and then " + again,
                            "a function without effects, or a gradient, which takes one run"));
        }
    }
}
