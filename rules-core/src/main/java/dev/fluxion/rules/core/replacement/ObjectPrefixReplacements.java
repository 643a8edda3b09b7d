package dev.fluxion.rules.core.replacement;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BinaryOperator;

/**
 * {@code Arrays.parallelPrefix} of objects, in one thread and in the order of the JDK's tasks: a range is halved until
 * its parts are short, each part but the last is folded, the folds are combined upwards, and what is left of a part is
 * then combined with its elements one by one. So numbers are rounded as the method rounds them, on this machine.
 */
@Rules(of = Arrays.class)
public final class ObjectPrefixReplacements {

    private ObjectPrefixReplacements() {}

    @Replacement(of = "parallelPrefix")
    static void parallelPrefix(Object[] array, BinaryOperator<Object> operator) {
        Objects.requireNonNull(operator);
        combine(array, 0, array.length, operator);
    }

    @Replacement(of = "parallelPrefix")
    static void parallelPrefix(Object[] array, int from, int to, BinaryOperator<Object> operator) {
        Objects.requireNonNull(operator);
        Originals.checkRange(array.length, from, to);
        combine(array, from, to, operator);
    }

    private static void combine(Object[] array, int from, int to, BinaryOperator<Object> operator) {
        if (from < to) {
            int longest = Originals.longestPart(to - from);
            Object[] folds = new Object[Originals.nodes(to - from, longest)];
            fold(array, from, to, from, to, longest, folds, 0, operator);
            combine(array, from, to, from, longest, folds, 0, folds[0], operator);
        }
    }

    /** Folds a part, at its place in the tree; the first one is combined for good at once, the last is not needed. */
    private static void fold(
            Object[] array,
            int from,
            int to,
            int start,
            int end,
            int longest,
            Object[] folds,
            int node,
            BinaryOperator<Object> operator) {
        if (to - from > longest) {
            int middle = (from + to) >>> 1;
            fold(array, from, middle, start, end, longest, folds, 2 * node + 1, operator);
            fold(array, middle, to, start, end, longest, folds, 2 * node + 2, operator);
            Object left = folds[2 * node + 1];
            folds[node] = to == end ? left : operator.apply(left, folds[2 * node + 2]);
        } else if (from == start || to < end) {
            Object fold = array[from];
            for (int i = from + 1; i < to; i++) {
                fold = operator.apply(fold, array[i]);
                if (from == start) {
                    array[i] = fold;
                }
            }
            folds[node] = fold;
        }
    }

    /** Combines what is left of a part with its elements. */
    private static void combine(
            Object[] array,
            int from,
            int to,
            int start,
            int longest,
            Object[] folds,
            int node,
            Object before,
            BinaryOperator<Object> operator) {
        if (to - from > longest) {
            int middle = (from + to) >>> 1;
            Object left = folds[2 * node + 1];
            combine(array, from, middle, start, longest, folds, 2 * node + 1, before, operator);
            Object both = from == start ? left : operator.apply(before, left);
            combine(array, middle, to, start, longest, folds, 2 * node + 2, both, operator);
        } else if (from > start) {
            Object last = before;
            for (int i = from; i < to; i++) {
                last = operator.apply(last, array[i]);
                array[i] = last;
            }
        }
    }
}
