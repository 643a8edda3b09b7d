package dev.fluxion.runtime.sweep;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Products of the Hessian of a function from an array to a number with any number of directions. Thread safe. */
public final class CurvatureSweeps {

    private final Lanes<Curvature> sweeps;

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
        double[] gradient = new double[x.length];
        double[] xDot = new double[Math.multiplyExact(x.length, lanes)];
        double[] gradientDot = new double[xDot.length];
        for (int from = 0; from < directions; from += lanes) {
            Arrays.fill(gradient, 0);
            Arrays.fill(gradientDot, 0);
            double[] point = from + lanes < directions ? x.clone() : x;
            sweep.run(point, gradient, Lanes.seeded(xDot, seeds, from, lanes), gradientDot);
            columns.take(gradientDot, from, lanes);
        }
    }
}
