package dev.fluxion.runtime.sweep;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Products of the Hessian of a function from an array to a number with any number of directions. Thread safe. A
 * function that writes to its argument does so once to the array that it is given, in the last sweep.
 */
public final class CurvatureSweeps {

    private final Lanes<Curvature> sweeps;
    private final Idle<Workspace> idle = new Idle<>();

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

    /** Returns how many sweeps so many directions take. */
    public static int count(int directions) {
        return Lanes.sweeps(directions);
    }

    /**
     * Runs the gradient, once for each eight directions.
     *
     * @param x the point
     * @param directions how many
     * @param seeds what they are
     * @param columns takes the products
     */
    public void run(double[] x, int directions, Directions seeds, Columns columns) {
        Workspace space = take(x.length, sweeps.fitting(directions));
        for (int from = 0; from < directions; from += space.lanes) {
            sweep(space, x, seeds, from, from + space.lanes >= directions);
            columns.take(space.gradientDot, from, space.lanes);
        }
        idle.give(space.lanes, space);
    }

    /**
     * Runs the gradient, once for each eight elements of {@code x}, and stores the Hessian.
     *
     * @param x the point
     * @param out takes the Hessian, whatever it held
     */
    public void matrix(double[] x, double[][] out) {
        Workspace space = take(x.length, sweeps.fitting(x.length));
        for (int from = 0; from < x.length; from += space.lanes) {
            sweep(space, x, Directions.UNITS, from, from + space.lanes >= x.length);
            Columns.copy(space.gradientDot, out, from, space.lanes);
        }
        idle.give(space.lanes, space);
    }

    /**
     * Runs the gradient, and stores the Hessian's product with a vector.
     *
     * @param x the point
     * @param v of its length
     * @param out of its length, takes the product, whatever it held; it may be {@code v}
     */
    public void product(double[] x, double[] v, double[] out) {
        Workspace space = take(x.length, 1);
        System.arraycopy(v, 0, space.xDot, 0, v.length);
        Arrays.fill(space.gradient, 0);
        Arrays.fill(space.gradientDot, 0);
        sweeps.get(1).run(x, space.gradient, space.xDot, space.gradientDot);
        System.arraycopy(space.gradientDot, 0, out, 0, out.length);
        idle.give(1, space);
    }

    private void sweep(Workspace space, double[] x, Directions seeds, int from, boolean isLast) {
        Arrays.fill(space.gradient, 0);
        Arrays.fill(space.gradientDot, 0);
        double[] point = isLast ? x : space.point;
        if (!isLast) {
            System.arraycopy(x, 0, point, 0, x.length);
        }
        double[] xDot = Lanes.seeded(space.xDot, seeds, from, space.lanes);
        sweeps.get(space.lanes).run(point, space.gradient, xDot, space.gradientDot);
    }

    private Workspace take(int variables, int lanes) {
        Workspace space = idle.take(lanes);
        return space != null && space.point.length == variables ? space : new Workspace(variables, lanes);
    }
}
