package dev.fluxion.rules.core.replacement;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Sorting objects only moves references, if comparing them does nothing else. What a lambda does can be seen, so where
 * one compares, the sort is done here: to the same order, asking for other pairs.
 */
@Rules(of = Arrays.class)
@MovesReferences(
        of = {
            "sort([Ljava/lang/Object;Ljava/util/Comparator;)V",
            "sort([Ljava/lang/Object;IILjava/util/Comparator;)V",
            "parallelSort([Ljava/lang/Object;Ljava/util/Comparator;)V",
            "parallelSort([Ljava/lang/Object;IILjava/util/Comparator;)V"
        })
public final class SortReplacements {

    private SortReplacements() {}

    @Replacement(of = "sort")
    static void sort(Object[] array, Comparator<Object> order) {
        merge(array, 0, array.length, order);
    }

    @Replacement(of = "sort")
    static void sort(Object[] array, int from, int to, Comparator<Object> order) {
        Originals.checkRange(array.length, from, to);
        merge(array, from, to, order);
    }

    @Replacement(of = "parallelSort")
    static void parallelSort(Object[] array, Comparator<Object> order) {
        merge(array, 0, array.length, order);
    }

    @Replacement(of = "parallelSort")
    static void parallelSort(Object[] array, int from, int to, Comparator<Object> order) {
        Originals.checkRange(array.length, from, to);
        merge(array, from, to, order);
    }

    /** Merges runs of 1, 2, 4 elements and so on; of equal elements the left one comes first. */
    private static void merge(Object[] array, int from, int to, Comparator<Object> order) {
        int length = to - from;
        Object[] runs = Arrays.copyOfRange(array, from, to, Object[].class);
        Object[] merged = new Object[length];
        for (int width = 1; width > 0 && width < length; width *= 2) {
            int start = 0;
            while (start < length) {
                int middle = width < length - start ? start + width : length;
                int end = width < length - middle ? middle + width : length;
                int left = start;
                int right = middle;
                for (int i = start; i < end; i++) {
                    boolean takesLeft = right == end || left < middle && order.compare(runs[left], runs[right]) <= 0;
                    merged[i] = takesLeft ? runs[left++] : runs[right++];
                }
                start = end;
            }
            Object[] swapped = runs;
            runs = merged;
            merged = swapped;
        }
        System.arraycopy(runs, 0, array, from, length);
    }
}
