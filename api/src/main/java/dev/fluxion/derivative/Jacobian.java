package dev.fluxion.derivative;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.Columns;
import dev.fluxion.runtime.sweep.Directions;
import dev.fluxion.runtime.sweep.VectorSweeps;

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

    private final VectorSweeps sweeps;

    /** Makes one of compiled sweeps. */
    public Jacobian(VectorSweeps sweeps) {
        this.sweeps = sweeps;
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
        double[][][] jacobian = new double[1][][];
        double[] value =
                sweeps.run(
                        x,
                        x.length,
                        Directions.UNITS,
                        result -> {
                            jacobian[0] = new double[result.length][x.length];
                            return Columns.of(jacobian[0]);
                        });
        return new ValueAndJacobian(value, jacobian[0]);
    }

    /** Returns how many sweeps the Jacobian in so many variables takes. */
    public int sweeps(int variables) {
        return VectorSweeps.count(variables);
    }
}
