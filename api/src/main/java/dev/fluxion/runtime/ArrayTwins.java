package dev.fluxion.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Stores numbers once more where they are already, so that what is known of the derivatives in one array holds for the
 * other: a constructor has copied an array, and its code was followed on a copy of that copy.
 */
@SuppressWarnings("ReferenceEquality") // whether they are one array is the question
public final class ArrayTwins {

    private ArrayTwins() {}

    /** Stores the elements of one array in another that has the same. */
    public static void settle(double @Nullable [] from, double @Nullable [] to) {
        if (from != null && to != null && from != to) {
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i];
            }
        }
    }

    /** Stores the elements of one array in another that has the same. */
    public static void settle(float @Nullable [] from, float @Nullable [] to) {
        if (from != null && to != null && from != to) {
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i];
            }
        }
    }
}
