package dev.fluxion.rules.core.replacement;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;

/**
 * What replacements leave to the methods themselves: arrays without floating-point numbers, and failing with the right
 * exception; and the order of sorted numbers or of parallel work, which is constant. No derivative flows through any of
 * it.
 */
@Rules(of = Originals.class)
@NonDifferentiable
public final class Originals {

    private Originals() {}

    /** Copies references or whole numbers, or fails. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // whether the arrays fit is the caller's matter
    static void arraycopy(Object source, int from, Object target, int to, int length) {
        System.arraycopy(source, from, target, to, length);
    }

    /** Returns what {@code System.arraycopy} throws. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // it fails
    static RuntimeException failedCopy(Object source, int from, Object target, int to, int length) {
        try {
            System.arraycopy(source, from, target, to, length);
            return new IllegalStateException("the copy was possible, of length " + length);
        } catch (NullPointerException | IndexOutOfBoundsException | ArrayStoreException failure) {
            return failure;
        }
    }

    /** Returns what {@code Arrays.copyOfRange} throws. */
    static RuntimeException failedCopy(double[] original, int from, int to) {
        try {
            int length = Arrays.copyOfRange(original, from, to).length;
            return new IllegalStateException("the copy was possible, of length " + length);
        } catch (NullPointerException | IndexOutOfBoundsException | IllegalArgumentException failure) {
            return failure;
        }
    }

    /** Returns what {@code Arrays.copyOfRange} throws. */
    static RuntimeException failedCopy(float[] original, int from, int to) {
        try {
            int length = Arrays.copyOfRange(original, from, to).length;
            return new IllegalStateException("the copy was possible, of length " + length);
        } catch (NullPointerException | IndexOutOfBoundsException | IllegalArgumentException failure) {
            return failure;
        }
    }

    /** Fails as {@code Arrays} does if this is no range of an array of that length. */
    static void checkRange(int length, int from, int to) {
        if (from > to) {
            throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
        }
        if (from < 0) {
            throw new ArrayIndexOutOfBoundsException(from);
        }
        if (to > length) {
            throw new ArrayIndexOutOfBoundsException(to);
        }
    }

    /** Returns up to which length {@code Arrays.parallelPrefix} leaves a range of that length undivided. */
    static int longestPart(int length) {
        return Math.max(16, length / (ForkJoinPool.getCommonPoolParallelism() << 3));
    }

    /** Returns how many places a tree needs that halves a range until no part is longer than that. */
    static int nodes(int length, int longest) {
        int nodes = 1;
        for (int part = length; part > longest; part = (part + 1) / 2) {
            nodes = 2 * nodes + 1;
        }
        return nodes;
    }

    /** Returns the places of some elements in the order of {@code Arrays.sort}; equal ones keep theirs. */
    static int[] order(double[] array, int from, int to) {
        int[] order = new int[to - from];
        int[] other = new int[to - from];
        for (int i = 0; i < order.length; i++) {
            order[i] = from + i;
        }
        for (int width = 1; width > 0 && width < order.length; width *= 2) {
            int start = 0;
            while (start < order.length) {
                int middle = width < order.length - start ? start + width : order.length;
                int end = width < order.length - middle ? middle + width : order.length;
                int left = start;
                int right = middle;
                for (int i = start; i < end; i++) {
                    boolean takesLeft =
                            right == end
                                    || left < middle && Double.compare(array[order[left]], array[order[right]]) <= 0;
                    other[i] = takesLeft ? order[left++] : order[right++];
                }
                start = end;
            }
            int[] merged = other;
            other = order;
            order = merged;
        }
        return order;
    }

    /** Returns the places of some elements in the order of {@code Arrays.sort}; equal ones keep theirs. */
    static int[] order(float[] array, int from, int to) {
        double[] widened = new double[array.length];
        for (int i = from; i < to; i++) {
            widened[i] = array[i];
        }
        return order(widened, from, to);
    }
}
