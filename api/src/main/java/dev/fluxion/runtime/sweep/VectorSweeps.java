package dev.fluxion.runtime.sweep;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Derivatives of a function from an array to an array in any number of directions. Thread safe. A function that writes
 * to its argument does so once to the array that it is given, in the last sweep.
 */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
public final class VectorSweeps {

    private final Lanes<VectorTangent> sweeps;
    private final Idle<Workspace> idle = new Idle<>();

    /** The arrays of one run, which the next one uses again. */
    private static final class Workspace {
        private final int lanes;
        private final double[] point;
        private final double[] xDot;
        private final Shadows shadows;

        Workspace(int variables, int lanes) {
            this.lanes = lanes;
            this.point = new double[variables];
            this.xDot = new double[Math.multiplyExact(variables, lanes)];
            this.shadows = Shadows.reusable(lanes);
        }
    }

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
     * Runs the function, once for each eight directions.
     *
     * @param x the point
     * @param directions how many
     * @param seeds what they are
     * @param taking told the function's value, gives what takes the derivatives; null if they are not wanted, which
     *     ends this after the first run
     * @return the function's value
     */
    public double[] run(double[] x, int directions, Directions seeds, Function<double[], @Nullable Columns> taking) {
        Workspace space = take(x.length, sweeps.fitting(directions));
        int lanes = space.lanes;
        double[] value;
        Columns columns = null;
        int from = 0;
        do {
            value = sweep(space, x, seeds, from, from + lanes >= directions);
            columns = columns == null ? taking.apply(value) : columns;
            double[] tangents = space.shadows.find(value);
            if (tangents != null && columns != null && from < directions) {
                columns.take(tangents, from, lanes);
            }
            value = own(value, space, x);
            space.shadows.clear();
            from += lanes;
        } while (columns != null && from < directions);
        idle.give(lanes, space);
        return value;
    }

    /**
     * Runs the function, once for each eight elements of {@code x}, and stores the Jacobian.
     *
     * @param x the point
     * @param out takes the Jacobian, whatever it held
     * @return the function's value
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the matrix has another shape
     */
    public double[] matrix(double[] x, double[][] out) {
        Workspace space = take(x.length, sweeps.fitting(x.length));
        int lanes = space.lanes;
        double[] value;
        int from = 0;
        do {
            value = sweep(space, x, Directions.UNITS, from, from + lanes >= x.length);
            Refusals.requireMatrix("out", value.length, x.length, out);
            Columns.copy(space.shadows.find(value), out, from, lanes);
            value = own(value, space, x);
            space.shadows.clear();
            from += lanes;
        } while (from < x.length);
        idle.give(lanes, space);
        return value;
    }

    /**
     * Runs the function once, and stores its derivative in a direction.
     *
     * @param x the point
     * @param direction of the length of {@code x}
     * @param out takes the derivative, whatever it held; it may be {@code direction}
     * @return the function's value
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code out} has not the length of the value
     */
    public double[] product(double[] x, double[] direction, double[] out) {
        Workspace space = take(x.length, 1);
        System.arraycopy(direction, 0, space.xDot, 0, direction.length);
        double[] value = Refusals.requireValue(sweeps.get(1).run(x, space.xDot, space.shadows));
        Refusals.requireResults(value.length, out);
        double[] tangents = space.shadows.find(value);
        if (tangents == null) {
            Arrays.fill(out, 0);
        } else {
            System.arraycopy(tangents, 0, out, 0, out.length);
        }
        value = own(value, space, x);
        space.shadows.clear();
        idle.give(1, space);
        return value;
    }

    private double[] sweep(Workspace space, double[] x, Directions seeds, int from, boolean isLast) {
        double[] point = isLast ? x : space.point;
        if (!isLast) {
            System.arraycopy(x, 0, point, 0, x.length);
        }
        double[] xDot = Lanes.seeded(space.xDot, seeds, from, space.lanes);
        return Refusals.requireValue(sweeps.get(space.lanes).run(point, xDot, space.shadows));
    }

    /** A function that gives back its argument gives a copy here. */
    private static double[] own(double[] value, Workspace space, double[] x) {
        return value == x || value == space.point ? value.clone() : value;
    }

    private Workspace take(int variables, int lanes) {
        Workspace space = idle.take(lanes);
        return space != null && space.point.length == variables ? space : new Workspace(variables, lanes);
    }
}
