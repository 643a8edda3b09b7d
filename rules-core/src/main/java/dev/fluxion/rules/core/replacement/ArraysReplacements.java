package dev.fluxion.rules.core.replacement;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What {@code Arrays} does with numbers by native code or in many threads. The rest of it, such as {@code fill}, needs
 * no replacement.
 */
@Rules(of = Arrays.class)
public final class ArraysReplacements {

    private ArraysReplacements() {}

    @Replacement(of = "copyOf")
    static double[] copyOf(double[] original, int length) {
        int kept = Math.min(original.length, length);
        double[] copy = new double[length];
        for (int i = 0; i < kept; i++) {
            copy[i] = original[i];
        }
        return copy;
    }

    @Replacement(of = "copyOf")
    static float[] copyOf(float[] original, int length) {
        int kept = Math.min(original.length, length);
        float[] copy = new float[length];
        for (int i = 0; i < kept; i++) {
            copy[i] = original[i];
        }
        return copy;
    }

    @Replacement(of = "copyOfRange")
    static double[] copyOfRange(double[] original, int from, int to) {
        int length = to - from;
        if (from < 0 || from > original.length || length < 0) {
            throw Originals.failedCopy(original, from, to);
        }
        int kept = Math.min(original.length - from, length);
        double[] copy = new double[length];
        for (int i = 0; i < kept; i++) {
            copy[i] = original[from + i];
        }
        return copy;
    }

    @Replacement(of = "copyOfRange")
    static float[] copyOfRange(float[] original, int from, int to) {
        int length = to - from;
        if (from < 0 || from > original.length || length < 0) {
            throw Originals.failedCopy(original, from, to);
        }
        int kept = Math.min(original.length - from, length);
        float[] copy = new float[length];
        for (int i = 0; i < kept; i++) {
            copy[i] = original[from + i];
        }
        return copy;
    }

    @Replacement(of = "sort")
    static void sort(double[] array) {
        arrange(array, 0, Originals.order(array, 0, array.length));
    }

    @Replacement(of = "sort")
    static void sort(double[] array, int from, int to) {
        Originals.checkRange(array.length, from, to);
        arrange(array, from, Originals.order(array, from, to));
    }

    @Replacement(of = "parallelSort")
    static void parallelSort(double[] array) {
        arrange(array, 0, Originals.order(array, 0, array.length));
    }

    @Replacement(of = "parallelSort")
    static void parallelSort(double[] array, int from, int to) {
        Originals.checkRange(array.length, from, to);
        arrange(array, from, Originals.order(array, from, to));
    }

    @Replacement(of = "sort")
    static void sort(float[] array) {
        arrange(array, 0, Originals.order(array, 0, array.length));
    }

    @Replacement(of = "sort")
    static void sort(float[] array, int from, int to) {
        Originals.checkRange(array.length, from, to);
        arrange(array, from, Originals.order(array, from, to));
    }

    @Replacement(of = "parallelSort")
    static void parallelSort(float[] array) {
        arrange(array, 0, Originals.order(array, 0, array.length));
    }

    @Replacement(of = "parallelSort")
    static void parallelSort(float[] array, int from, int to) {
        Originals.checkRange(array.length, from, to);
        arrange(array, from, Originals.order(array, from, to));
    }

    /** One after the other, which is one of the orders that many threads may take. */
    @Replacement(of = "parallelSetAll")
    static void parallelSetAll(double[] array, IntToDoubleFunction generator) {
        Arrays.setAll(array, generator);
    }

    /** Puts the elements into that order. */
    private static void arrange(double[] array, int from, int[] order) {
        double[] sorted = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = array[order[i]];
        }
        for (int i = 0; i < order.length; i++) {
            array[from + i] = sorted[i];
        }
    }

    private static void arrange(float[] array, int from, int[] order) {
        float[] sorted = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = array[order[i]];
        }
        for (int i = 0; i < order.length; i++) {
            array[from + i] = sorted[i];
        }
    }
}
