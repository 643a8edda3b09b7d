package dev.fluxion.runtime.inner;

import dev.fluxion.Fn;
import dev.fluxion.VectorFn;

import java.util.Arrays;

/**
 * A function between numbers and arrays of them as one between arrays. The first element of what it gives says what the
 * function has given: 0 for a number, 1 for an array; the others are its numbers.
 */
record AnyAsVector(Fn<Object, Object> f, boolean takesNumber) implements VectorFn {

    private static final double NUMBER = 0;
    private static final double ARRAY = 1;

    @Override
    public double[] apply(double[] x) {
        Object value;
        if (takesNumber) {
            value = f.apply(x[0]);
        } else {
            value = f.apply(x);
        }
        if (value instanceof Double number) {
            return new double[] {NUMBER, number};
        }
        if (value instanceof double[] array) {
            double[] packed = new double[array.length + 1];
            packed[0] = ARRAY;
            System.arraycopy(array, 0, packed, 1, array.length);
            return packed;
        }
        throw InnerShapes.neither(value);
    }

    /** Returns whether the function has given a number. */
    static boolean isNumber(double[] packed) {
        return packed[0] < ARRAY;
    }

    /** Returns what the function has given, or its tangent. */
    static Object unpacked(double[] packed, boolean isNumber) {
        if (isNumber) {
            return packed[1];
        }
        return Arrays.copyOfRange(packed, 1, packed.length);
    }
}
