package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.runtime.sweep.VectorTangent;

import org.jspecify.annotations.Nullable;

import java.util.function.IntFunction;

/**
 * The compiled Jacobian of a function from an array to an array, for use at many points: forward mode, several columns
 * at once. Thread safe.
 *
 * <pre>{@code
 * Jacobian j = jacobian((double[] x) -> new double[] {x[0] * x[1], Math.sin(x[0])});
 * j.at(new double[] {0, 3});         // {{3, 0}, {1, 0}}
 * }</pre>
 */
public final class Jacobian {

    private final IntFunction<VectorTangent> sweeps;
    private volatile @Nullable VectorTangent one;
    private volatile @Nullable VectorTangent four;
    private volatile @Nullable VectorTangent eight;

    /**
     * Makes one.
     *
     * @param sweeps gives the derivative in 1, 4 or 8 directions at once
     */
    public Jacobian(IntFunction<VectorTangent> sweeps) {
        this.sweeps = sweeps;
        this.one = sweeps.apply(1);
    }

    /**
     * Returns the Jacobian at {@code x}: a row for each element of the value, with a column for each of {@code x}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public double[][] at(double[] x) {
        return withJacobian(x).jacobian();
    }

    /**
     * Returns the function's value and its Jacobian at {@code x}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public ValueAndJacobian withJacobian(double[] x) {
        Refusals.requireArgument("x", x);
        if (x.length == 0) {
            double[] value = sweep(1).run(x, new double[0], Shadows.create(1)).clone();
            return new ValueAndJacobian(value, new double[value.length][0]);
        }
        int lanes = Directions.lanes(x.length);
        VectorTangent sweep = sweep(lanes);
        double[] xDot = new double[Math.multiplyExact(x.length, lanes)];
        double[] value = {};
        double[][] jacobian = {};
        for (int from = 0; from < x.length; from += lanes) {
            Directions.set(xDot, from, lanes);
            Shadows shadows = Shadows.create(lanes);
            double[] result = sweep.run(Directions.point(x, from + lanes), xDot, shadows);
            if (from == 0) {
                value = result.clone();
                jacobian = new double[value.length][x.length];
            }
            double[] tangents = shadows.find(result);
            if (tangents != null) {
                copy(tangents, jacobian, from, lanes);
            }
        }
        return new ValueAndJacobian(value, jacobian);
    }

    /** Returns how many sweeps the Jacobian in so many variables takes. */
    public int sweeps(int variables) {
        int lanes = Directions.lanes(variables);
        return (variables + lanes - 1) / lanes;
    }

    private static void copy(double[] tangents, double[][] jacobian, int from, int lanes) {
        for (int row = 0; row < jacobian.length; row++) {
            int columns = Math.min(lanes, jacobian[row].length - from);
            System.arraycopy(tangents, row * lanes, jacobian[row], from, columns);
        }
    }

    private VectorTangent sweep(int lanes) {
        VectorTangent known = lanes == 1 ? one : lanes == 4 ? four : eight;
        if (known == null) {
            known = sweeps.apply(lanes);
            if (lanes == 4) {
                four = known;
            } else if (lanes == 8) {
                eight = known;
            }
        }
        return known;
    }
}
