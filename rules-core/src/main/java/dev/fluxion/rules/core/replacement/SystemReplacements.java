package dev.fluxion.rules.core.replacement;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

/** {@code System.arraycopy}: numbers are copied one by one, so that the derivative goes back the same way. */
@Rules(of = System.class)
public final class SystemReplacements {

    private SystemReplacements() {}

    @Replacement(of = "arraycopy")
    static void arraycopy(Object source, int from, Object target, int to, int length) {
        if (source instanceof double[] numbers && target instanceof double[] copy) {
            if (isOutside(numbers.length, from, copy.length, to, length)) {
                throw Originals.failedCopy(source, from, target, to, length);
            }
            copy(numbers, from, copy, to, length);
        } else if (source instanceof float[] numbers && target instanceof float[] copy) {
            if (isOutside(numbers.length, from, copy.length, to, length)) {
                throw Originals.failedCopy(source, from, target, to, length);
            }
            copy(numbers, from, copy, to, length);
        } else {
            Originals.arraycopy(source, from, target, to, length);
        }
    }

    private static boolean isOutside(int available, int from, int room, int to, int length) {
        return (from | to | length) < 0 || length > available - from || length > room - to;
    }

    /** Overlapping parts are copied as if by way of another array: from the end if the target lies behind. */
    @SuppressWarnings("ReferenceEquality") // whether it is one array
    private static void copy(double[] source, int from, double[] target, int to, int length) {
        if (source == target && from < to) {
            for (int i = length - 1; i >= 0; i--) {
                target[to + i] = source[from + i];
            }
        } else {
            for (int i = 0; i < length; i++) {
                target[to + i] = source[from + i];
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // whether it is one array
    private static void copy(float[] source, int from, float[] target, int to, int length) {
        if (source == target && from < to) {
            for (int i = length - 1; i >= 0; i--) {
                target[to + i] = source[from + i];
            }
        } else {
            for (int i = 0; i < length; i++) {
                target[to + i] = source[from + i];
            }
        }
    }
}
