package dev.fluxion.runtime.sweep;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/** Runs the derivative of a function from an array to an array backwards. Thread safe. */
public final class CotangentSweeps {

    private final VectorCotangent sweep;
    private final Idle<Workspace> idle = new Idle<>();

    /** The arrays of one run, which the next one uses again. */
    private static final class Workspace {
        private final double[] cotangent;
        private final @Nullable Object[] value = new Object[1];

        Workspace(int results) {
            this.cotangent = new double[results];
        }
    }

    /** Makes them of a compiled sweep. */
    public CotangentSweeps(VectorCotangent sweep) {
        this.sweep = sweep;
    }

    /**
     * Runs the function forwards and backwards.
     *
     * @param x the point
     * @param cotangent that of the results
     * @param out of the length of {@code x}; takes the gradient, whatever it held; it may be {@code cotangent}
     * @return the function's value, an array that is nothing else
     */
    public double[] into(double[] x, double[] cotangent, double[] out) {
        Workspace space = idle.take(1);
        if (space == null || space.cotangent.length != cotangent.length) {
            space = new Workspace(cotangent.length);
        }
        System.arraycopy(cotangent, 0, space.cotangent, 0, cotangent.length);
        Arrays.fill(out, 0);
        sweep.run(x, space.cotangent, space.value, out);
        double[] value = (double[]) Objects.requireNonNull(space.value[0]);
        space.value[0] = null;
        idle.give(1, space);
        return value;
    }
}
