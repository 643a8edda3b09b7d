package dev.fluxion.derivative;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.Columns;
import dev.fluxion.runtime.sweep.Directions;
import dev.fluxion.runtime.sweep.VectorSweeps;
import dev.fluxion.spi.GraphPullback;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The compiled Jacobian of a function from an array to an array, for use at many points. Thread safe. As a function of
 * the JDK it takes the point.
 *
 * <pre>{@code
 * Jacobian j = jacobian((double[] x) -> new double[] {x[0] * x[1], Math.sin(x[0])});
 * j.at(new double[] {0, 3});         // {{3, 0}, {1, 0}}
 * }</pre>
 *
 * <p>It is computed forwards, up to eight columns in each run of the function, or backwards: one run that is
 * remembered, and then row by row. Unless it is told, it goes backwards where the rows are less than half as many as
 * the runs forwards would be, which the first of these shows, and forwards if the function cannot be differentiated in
 * reverse.
 */
public final class Jacobian implements Function<double[], double[][]> {

    private enum Mode {
        AS_THE_SHAPE_SUGGESTS,
        FORWARD,
        REVERSE
    }

    private final VectorSweeps sweeps;
    private final Supplier<GraphPullback> pullbacks;
    private final Mode mode;

    /**
     * Makes one of compiled code.
     *
     * @param sweeps the function's derivative forwards
     * @param pullbacks gives the one backwards, which may take time at first
     */
    public Jacobian(VectorSweeps sweeps, Supplier<GraphPullback> pullbacks) {
        this(sweeps, pullbacks, Mode.AS_THE_SHAPE_SUGGESTS);
    }

    private Jacobian(VectorSweeps sweeps, Supplier<GraphPullback> pullbacks, Mode mode) {
        this.sweeps = sweeps;
        this.pullbacks = pullbacks;
        this.mode = mode;
    }

    /** Returns the same Jacobian, always computed forwards. */
    public Jacobian forward() {
        return new Jacobian(sweeps, pullbacks, Mode.FORWARD);
    }

    /** Returns the same Jacobian, always computed backwards. */
    public Jacobian reverse() {
        return new Jacobian(sweeps, pullbacks, Mode.REVERSE);
    }

    /**
     * Returns the Jacobian at {@code x}: a row for each element of the value, with a column for each of {@code x}.
     *
     * @throws NotDifferentiableException if {@code x} is null
     */
    public double[][] at(double[] x) {
        return withJacobian(x).jacobian();
    }

    /** As {@link #at}. */
    @Override
    public double[][] apply(double[] x) {
        return at(x);
    }

    /**
     * Returns the function's value and its Jacobian at {@code x}.
     *
     * @throws NotDifferentiableException if {@code x} is null
     */
    public ValueAndJacobian withJacobian(double[] x) {
        return computed(x);
    }

    /**
     * Computes the Jacobian at {@code x}. Forwards, it allocates from its second call on, for arrays of one length,
     * what the function itself does, once for each run, and the tangents of arrays that the function makes meanwhile;
     * if several threads call it at once, some of them make three arrays more. Backwards, what one run of the function
     * leaves is allocated, and as much for each row.
     *
     * @param out a matrix with a row for each element of the value and a column for each of {@code x}, which is
     *     overwritten
     * @return the function's value
     * @throws NotDifferentiableException if {@code x} is null, or the matrix has another shape
     */
    public double[] into(double[] x, double[][] out) {
        Refusals.requireMatrix("out", out == null ? 0 : out.length, x == null ? 0 : x.length, out);
        Refusals.requireArgument("x", x);
        return switch (mode) {
            case FORWARD -> sweeps.matrix(x, out);
            case REVERSE -> rows(pullbacks.get(), x, out).value();
            case AS_THE_SHAPE_SUGGESTS ->
                    isForward(x.length, out.length) ? sweeps.matrix(x, out) : rowsIfPossible(x, out).value();
        };
    }

    private ValueAndJacobian computed(double[] x) {
        Refusals.requireArgument("x", x);
        return switch (mode) {
            case FORWARD -> columns(x);
            case REVERSE -> rows(pullbacks.get(), x, null);
            case AS_THE_SHAPE_SUGGESTS -> asTheShapeSuggests(x);
        };
    }

    private ValueAndJacobian columns(double[] x) {
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

    /** The first columns show how many rows there are. */
    private ValueAndJacobian asTheShapeSuggests(double[] x) {
        double[][][] jacobian = new double[1][][];
        double[] value =
                sweeps.run(
                        x,
                        x.length,
                        Directions.UNITS,
                        result -> {
                            if (!isForward(x.length, result.length)) {
                                return null;
                            }
                            jacobian[0] = new double[result.length][x.length];
                            return Columns.of(jacobian[0]);
                        });
        return jacobian[0] == null ? rowsIfPossible(x, null) : new ValueAndJacobian(value, jacobian[0]);
    }

    /** Goes backwards, or forwards where the function has no derivative backwards. */
    private ValueAndJacobian rowsIfPossible(double[] x, double @Nullable [][] out) {
        double[] before = x.clone();
        try {
            return rows(pullbacks.get(), x, out);
        } catch (NotDifferentiableException onlyForwards) {
            System.arraycopy(before, 0, x, 0, x.length);
            return out == null ? columns(x) : new ValueAndJacobian(sweeps.matrix(x, out), out);
        }
    }

    private static double[][] matrix(int rows, int columns, double @Nullable [][] out) {
        if (out == null) {
            return new double[rows][columns];
        }
        Refusals.requireMatrix("out", rows, columns, out);
        for (double[] row : out) {
            Arrays.fill(row, 0);
        }
        return out;
    }

    private static ValueAndJacobian rows(GraphPullback pullback, double[] x, double @Nullable [][] out) {
        GraphPullback.At at = pullback.at(new Object[] {x});
        double[] value = ((double[]) at.value()).clone();
        double[][] jacobian = matrix(value.length, x.length, out);
        double[] cotangent = new double[value.length];
        for (int row = 0; row < value.length; row++) {
            cotangent[row] = 1;
            System.arraycopy(at.gradients(cotangent)[0], 0, jacobian[row], 0, x.length);
            cotangent[row] = 0;
        }
        return new ValueAndJacobian(value, jacobian);
    }

    private static boolean isForward(int variables, int results) {
        return 2L * results >= VectorSweeps.count(variables);
    }

    /**
     * Returns how many sweeps a Jacobian takes: runs of the function with several tangents forwards, or runs of its
     * derivative backwards.
     *
     * @param variables how many columns it has
     * @param results how many rows
     */
    public int sweeps(int variables, int results) {
        boolean isForward =
                switch (mode) {
                    case FORWARD -> true;
                    case REVERSE -> false;
                    case AS_THE_SHAPE_SUGGESTS -> isForward(variables, results);
                };
        return isForward ? VectorSweeps.count(variables) : results;
    }
}
