package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link StencilInPlace} in an array of rows. */
@State(Scope.Thread)
public class StencilOfRows {

    private static final int WIDTH = StencilInPlace.WIDTH;
    private static final int STEPS = 100;
    private static final double RATE = 0.2;

    private final DoubleArrayGradient gradient = gradient(StencilOfRows::value);
    private final double[] x = StencilInPlace.start();
    private final double[] out = new double[x.length];
    private final double[][] u = new double[WIDTH][WIDTH];
    private final double[][] bar = new double[WIDTH][WIDTH];

    /** The function. */
    static double value(double[] x) {
        double[][] u = new double[WIDTH][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                u[i][j] = x[i * WIDTH + j];
            }
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = 1; i < WIDTH - 1; i++) {
                for (int j = 1; j < WIDTH - 1; j++) {
                    u[i][j] += RATE * (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] + u[i][j + 1] - 4 * u[i][j]);
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                sum += u[i][j] * u[i][j];
            }
        }
        return sum;
    }

    /** Its value, and its gradient in {@code out}. */
    static double adjoint(double[] x, double[] out, double[][] u, double[][] bar) {
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                u[i][j] = x[i * WIDTH + j];
            }
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = 1; i < WIDTH - 1; i++) {
                for (int j = 1; j < WIDTH - 1; j++) {
                    u[i][j] += RATE * (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] + u[i][j + 1] - 4 * u[i][j]);
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                sum += u[i][j] * u[i][j];
                bar[i][j] = 2 * u[i][j];
            }
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = WIDTH - 2; i > 0; i--) {
                double[] above = bar[i - 1];
                double[] row = bar[i];
                double[] below = bar[i + 1];
                for (int j = WIDTH - 2; j > 0; j--) {
                    double part = RATE * row[j];
                    row[j] -= 4 * part;
                    above[j] += part;
                    below[j] += part;
                    row[j - 1] += part;
                    row[j + 1] += part;
                }
            }
        }
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                out[i * WIDTH + j] = bar[i][j];
            }
        }
        return sum;
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(x);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(x, out, u, bar);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
