package dev.fluxion.runtime.sweep;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Compiled sweeps in 1, 4 and 8 directions, made when they are first needed. Where the code for 8 is too large for a
 * class file, that for 4 is used, and where that is too large, that for one. Thread safe: made twice does no harm.
 *
 * @param <S> the contract of a sweep
 */
final class Lanes<S> {

    private final IntFunction<S> making;
    private volatile @Nullable S one;
    private volatile @Nullable S four;
    private volatile @Nullable S eight;

    /** Fewer than 8 where more did not fit. */
    private volatile int most = 8;

    Lanes(IntFunction<S> making) {
        this.making = making;
        this.one = making.apply(1);
    }

    /** Returns how many directions are best taken at once for so many, of those for which the code fits. */
    int fitting(int count) {
        int lanes = Math.min(of(count), most);
        while (lanes > 1) {
            try {
                get(lanes);
                return lanes;
            } catch (NotDifferentiableException refused) {
                if (!isTooLarge(refused)) {
                    throw refused;
                }
                lanes = lanes > 4 ? 4 : 1;
                most = lanes;
            }
        }
        return 1;
    }

    private static boolean isTooLarge(NotDifferentiableException refused) {
        for (Diagnostic diagnostic : refused.diagnostics()) {
            if (diagnostic.id() != ErrorId.TOO_LARGE) {
                return false;
            }
        }
        return !refused.diagnostics().isEmpty();
    }

    private static int of(int count) {
        return count <= 1 ? 1 : count <= 4 ? 4 : 8;
    }

    /** Returns how many sweeps so many directions take, where eight fit. */
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
