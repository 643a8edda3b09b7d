package dev.fluxion.examples.sensitivity;

import static dev.fluxion.Fluxion.implicit;

import dev.fluxion.Fluxion;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.Jacobian;

import java.util.function.UnaryOperator;

/**
 * The method of Radau with three stages, of fifth order, for stiff differential equations (Hairer and Wanner, Solving
 * Ordinary Differential Equations II, IV.5). The stages of a step fulfil equations: it is these that are
 * differentiated, not the iterations of Newton that solve them; and these iterations, which run as they are, have a
 * derivative of their own to go by.
 */
final class Radau {

    private static final double ROOT = Math.sqrt(6);

    /** The weights of the stages' rates in each stage; the last stage is the next state. */
    private static final double[][] WEIGHTS = {
        {(88 - 7 * ROOT) / 360, (296 - 169 * ROOT) / 1800, (-2 + 3 * ROOT) / 225},
        {(296 + 169 * ROOT) / 1800, (88 + 7 * ROOT) / 360, (-2 - 3 * ROOT) / 225},
        {(16 - ROOT) / 36, (16 + ROOT) / 36, 1.0 / 9}
    };

    private static final int STAGES = WEIGHTS.length;
    private static final int MAX_ITERATIONS = 20;
    private static final double TOLERANCE = 1e-14;

    private final VectorFn rates;
    private final Jacobian jacobian;

    /** Made here and not in a step, where a lambda that writes to arrays of its own through methods is refused. */
    private final UnaryOperator<double[]> newton = this::solved;

    /**
     * Makes one.
     *
     * @param rates of the state at a point, which is the state, followed by parameters
     */
    Radau(VectorFn rates) {
        this.rates = rates;
        this.jacobian = Fluxion.jacobian(rates);
    }

    /**
     * Returns the point after a step.
     *
     * @param point its last number is the length of the step
     */
    double[] step(double[] point) {
        double[] stages = implicit(newton, this::missed, point);
        double[] next = point.clone();
        int n = stages.length / STAGES;
        System.arraycopy(stages, (STAGES - 1) * n, next, 0, n);
        return next;
    }

    /** Returns by how much stages, one behind the other, miss their equations. */
    private double[] missed(double[] point, double[] stages) {
        double[] missed = new double[stages.length];
        int n = stages.length / STAGES;
        for (int i = 0; i < missed.length; i++) {
            missed[i] = stages[i] - point[i % n];
        }
        double length = point[point.length - 1];
        for (int j = 0; j < STAGES; j++) {
            double[] rate = rates.apply(at(point, stages, j));
            for (int i = 0; i < STAGES; i++) {
                for (int k = 0; k < n; k++) {
                    missed[i * n + k] -= length * WEIGHTS[i][j] * rate[k];
                }
            }
        }
        return missed;
    }

    /** Returns the point with a stage in place of the state. */
    private static double[] at(double[] point, double[] stages, int stage) {
        double[] at = new double[point.length];
        int n = stages.length / STAGES;
        for (int i = 0; i < at.length; i++) {
            at[i] = i < n ? stages[stage * n + i] : point[i];
        }
        return at;
    }

    /** Returns the stages, by Newton's method. */
    private double[] solved(double[] point) {
        int n = rates.apply(point).length;
        double[] stages = new double[STAGES * n];
        for (int i = 0; i < stages.length; i++) {
            stages[i] = point[i % n];
        }
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double[] change = LinearSystem.solved(slopes(point, stages), missed(point, stages));
            double largest = 0;
            for (int i = 0; i < stages.length; i++) {
                stages[i] -= change[i];
                largest = Math.max(largest, Math.abs(change[i] / stages[i]));
            }
            if (largest < TOLERANCE) {
                break;
            }
        }
        return stages;
    }

    /** Returns the derivatives of what the stages miss in the stages. */
    private double[][] slopes(double[] point, double[] stages) {
        double length = point[point.length - 1];
        int n = stages.length / STAGES;
        double[][] slopes = new double[stages.length][stages.length];
        for (int j = 0; j < STAGES; j++) {
            double[][] ofRates = jacobian.at(at(point, stages, j));
            for (int i = 0; i < STAGES; i++) {
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        slopes[i * n + k][j * n + l] = -length * WEIGHTS[i][j] * ofRates[k][l];
                    }
                }
            }
        }
        for (int i = 0; i < slopes.length; i++) {
            slopes[i][i]++;
        }
        return slopes;
    }
}
