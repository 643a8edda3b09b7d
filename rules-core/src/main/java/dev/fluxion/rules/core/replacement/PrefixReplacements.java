package dev.fluxion.rules.core.replacement;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/**
 * {@code Arrays.parallelPrefix} of numbers, in one thread and in the order of the JDK's tasks: a range is halved until
 * its parts are short, each part but the last is folded, the folds are combined upwards, and what is left of a part is
 * then combined with its elements one by one. So numbers are rounded as the method rounds them, on this machine.
 */
@Rules(of = Arrays.class)
public final class PrefixReplacements {

    private PrefixReplacements() {}

    @Replacement(of = "parallelPrefix")
    static void parallelPrefix(double[] array, DoubleBinaryOperator operator) {
        Objects.requireNonNull(operator);
        combine(array, 0, array.length, operator);
    }

    @Replacement(of = "parallelPrefix")
    static void parallelPrefix(double[] array, int from, int to, DoubleBinaryOperator operator) {
        Objects.requireNonNull(operator);
        Originals.checkRange(array.length, from, to);
        combine(array, from, to, operator);
    }

    private static void combine(double[] array, int from, int to, DoubleBinaryOperator operator) {
        if (from < to) {
            int longest = Originals.longestPart(to - from);
            double[] folds = new double[Originals.nodes(to - from, longest)];
            fold(array, from, to, from, to, longest, folds, 0, operator);
            combine(array, from, to, from, longest, folds, 0, folds[0], operator);
        }
    }

    /** Folds a part, at its place in the tree; the first one is combined for good at once, the last is not needed. */
    private static void fold(
            double[] array,
            int from,
            int to,
            int start,
            int end,
            int longest,
            double[] folds,
            int node,
            DoubleBinaryOperator operator) {
        if (to - from > longest) {
            int middle = (from + to) >>> 1;
            fold(array, from, middle, start, end, longest, folds, 2 * node + 1, operator);
            fold(array, middle, to, start, end, longest, folds, 2 * node + 2, operator);
            double left = folds[2 * node + 1];
            folds[node] = to == end ? left : operator.applyAsDouble(left, folds[2 * node + 2]);
        } else if (from == start || to < end) {
            double fold = array[from];
            for (int i = from + 1; i < to; i++) {
                fold = operator.applyAsDouble(fold, array[i]);
                if (from == start) {
                    array[i] = fold;
                }
            }
            folds[node] = fold;
        }
    }

    /** Combines what is left of a part with its elements. */
    private static void combine(
            double[] array,
            int from,
            int to,
            int start,
            int longest,
            double[] folds,
            int node,
            double before,
            DoubleBinaryOperator operator) {
        if (to - from > longest) {
            int middle = (from + to) >>> 1;
            double left = folds[2 * node + 1];
            combine(array, from, middle, start, longest, folds, 2 * node + 1, before, operator);
            double both = from == start ? left : operator.applyAsDouble(before, left);
            combine(array, middle, to, start, longest, folds, 2 * node + 2, both, operator);
        } else if (from > start) {
            double last = before;
            for (int i = from; i < to; i++) {
                last = operator.applyAsDouble(last, array[i]);
                array[i] = last;
            }
        }
    }
}
