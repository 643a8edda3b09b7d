package dev.fluxion.runtime.sweep;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.IntFunction;

/** Derivatives of a function from an array to an array in any number of directions. Thread safe. */
public final class VectorSweeps {

    private final Lanes<VectorTangent> sweeps;

    /**
     * Makes them of compiled sweeps.
     *
     * @param sweeps gives the derivative in 1, 4 or 8 directions at once
     */
    public VectorSweeps(IntFunction<VectorTangent> sweeps) {
        this.sweeps = new Lanes<>(sweeps);
    }

    /** Returns how many sweeps so many directions take. */
    public static int count(int directions) {
        return Lanes.sweeps(directions);
    }

    /**
     * Runs the function, once for each eight directions. A function that writes to its argument does so once to the
     * array that it is given, in the last sweep.
     *
     * @param x the point
     * @param directions how many
     * @param seeds what they are
     * @param taking told the function's value, gives what takes the derivatives; null if they are not wanted, which
     *     ends this after the first run
     * @return the function's value
     */
    public double[] run(double[] x, int directions, Directions seeds, Function<double[], @Nullable Columns> taking) {
        int lanes = Lanes.of(directions);
        VectorTangent sweep = sweeps.get(lanes);
        double[] xDot = new double[Math.multiplyExact(x.length, lanes)];
        double[] value = null;
        Columns columns = null;
        for (int from = 0; value == null || from < directions; from += lanes) {
            Shadows shadows = Shadows.create(lanes);
            double[] point = from + lanes < directions ? x.clone() : x;
            double[] result = Refusals.requireValue(sweep.run(point, Lanes.seeded(xDot, seeds, from, lanes), shadows));
            if (value == null || columns == null) {
                value = result.clone();
                columns = taking.apply(value);
                if (columns == null) {
                    return value;
                }
            }
            double[] tangents = shadows.find(result);
            if (tangents != null && from < directions) {
                columns.take(tangents, from, lanes);
            }
        }
        return value;
    }
}
