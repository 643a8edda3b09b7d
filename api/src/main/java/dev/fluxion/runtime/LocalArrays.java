package dev.fluxion.runtime;

import java.util.Arrays;

/**
 * Arrays of one tape that are local to one call of a derivative, kept for the next call. The first {@code taken} ones
 * are in use.
 */
final class LocalArrays {

    private double[][] doubles = {};
    private float[][] floats = {};
    private int takenDoubles;
    private int takenFloats;
    private int kept;

    /** Returns an array of zeros that is not in use. */
    double[] takeDoubles(int length) {
        for (int i = takenDoubles; i < doubles.length; i++) {
            double[] array = doubles[i];
            if (array.length == length) {
                doubles[i] = doubles[takenDoubles];
                doubles[takenDoubles++] = array;
                Arrays.fill(array, 0);
                return array;
            }
        }
        double[] array = new double[length];
        if (keep(length)) {
            doubles = Arrays.copyOf(doubles, doubles.length + 1);
            doubles[doubles.length - 1] = doubles[takenDoubles];
            doubles[takenDoubles++] = array;
        }
        return array;
    }

    /** Returns an array of zeros that is not in use. */
    float[] takeFloats(int length) {
        for (int i = takenFloats; i < floats.length; i++) {
            float[] array = floats[i];
            if (array.length == length) {
                floats[i] = floats[takenFloats];
                floats[takenFloats++] = array;
                Arrays.fill(array, 0);
                return array;
            }
        }
        float[] array = new float[length];
        if (keep(length)) {
            floats = Arrays.copyOf(floats, floats.length + 1);
            floats[floats.length - 1] = floats[takenFloats];
            floats[takenFloats++] = array;
        }
        return array;
    }

    /** Whether there is room for an array of that length, which it then takes. */
    private boolean keep(int length) {
        if (length >= Tape.LARGEST_KEPT - kept) {
            return false;
        }
        kept += length + 1;
        return true;
    }

    /** Says that none is in use any more. Where nearly all room is taken, all are given back to the heap. */
    void reset() {
        takenDoubles = 0;
        takenFloats = 0;
        if (kept > Tape.LARGEST_KEPT / 2) {
            kept = 0;
            doubles = new double[0][];
            floats = new float[0][];
        }
    }
}
