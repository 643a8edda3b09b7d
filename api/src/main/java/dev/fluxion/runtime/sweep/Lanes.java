package dev.fluxion.runtime.sweep;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Compiled sweeps in 1, 4 and 8 directions, made when they are first needed. Thread safe: made twice does no harm.
 *
 * @param <S> the contract of a sweep
 */
final class Lanes<S> {

    private final IntFunction<S> making;
    private volatile @Nullable S one;
    private volatile @Nullable S four;
    private volatile @Nullable S eight;

    Lanes(IntFunction<S> making) {
        this.making = making;
        this.one = making.apply(1);
    }

    /** Returns how many directions are best taken at once for so many. */
    static int of(int count) {
        return count <= 1 ? 1 : count <= 4 ? 4 : 8;
    }

    /** Returns how many sweeps so many directions take. */
    static int sweeps(int count) {
        int lanes = of(count);
        return (count + lanes - 1) / lanes;
    }

    /** Returns the sweep in so many directions. */
    S get(int lanes) {
        S known = lanes == 1 ? one : lanes == 4 ? four : eight;
        if (known == null) {
            known = making.apply(lanes);
            switch (lanes) {
                case 1 -> one = known;
                case 4 -> four = known;
                default -> eight = known;
            }
        }
        return known;
    }

    /** Returns directions, all of them zero but for what is seeded. */
    static double[] seeded(double[] xDot, Directions seeds, int from, int lanes) {
        Arrays.fill(xDot, 0);
        seeds.seed(xDot, from, lanes);
        return xDot;
    }
}
