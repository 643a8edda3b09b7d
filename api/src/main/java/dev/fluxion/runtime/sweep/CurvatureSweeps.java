package dev.fluxion.runtime.sweep;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/** Products of the Hessian of a function from an array to a number with any number of directions. Thread safe. */
public final class CurvatureSweeps {

    private final Lanes<Curvature> sweeps;
    private final AtomicReference<@Nullable Workspace> idle = new AtomicReference<>();

    /** The arrays of one run, which the next one uses again. */
    private static final class Workspace {
        private final int lanes;
        private final double[] point;
        private final double[] gradient;
        private final double[] xDot;
        private final double[] gradientDot;

        Workspace(int variables, int lanes) {
            this.lanes = lanes;
            this.point = new double[variables];
            this.gradient = new double[variables];
            this.xDot = new double[Math.multiplyExact(variables, lanes)];
            this.gradientDot = new double[xDot.length];
        }
    }

    /**
     * Makes them of compiled sweeps.
     *
     * @param sweeps gives the products with 1, 4 or 8 directions at once
     */
    public CurvatureSweeps(IntFunction<Curvature> sweeps) {
        this.sweeps = new Lanes<>(sweeps);
    }

    /**
     * Runs the gradient, once for each eight directions. A function that writes to its argument does so once to the
     * array that it is given, in the last sweep.
     *
     * @param x the point
     * @param directions how many
     * @param seeds what they are
     * @param columns takes the products
     */
    public void run(double[] x, int directions, Directions seeds, Columns columns) {
        int lanes = Lanes.of(directions);
        Curvature sweep = sweeps.get(lanes);
        Workspace space = take(x.length, lanes);
        for (int from = 0; from < directions; from += lanes) {
            Arrays.fill(space.gradient, 0);
            Arrays.fill(space.gradientDot, 0);
            boolean isLast = from + lanes >= directions;
            double[] point = isLast ? x : space.point;
            if (!isLast) {
                System.arraycopy(x, 0, point, 0, x.length);
            }
            sweep.run(point, space.gradient, Lanes.seeded(space.xDot, seeds, from, lanes), space.gradientDot);
            columns.take(space.gradientDot, from, lanes);
        }
        idle.set(space);
    }

    /** Another thread that runs meanwhile finds none here, and so does a run after one that threw. */
    private Workspace take(int variables, int lanes) {
        Workspace space = idle.getAndSet(null);
        return space != null && space.lanes == lanes && space.point.length == variables
                ? space
                : new Workspace(variables, lanes);
    }
}
