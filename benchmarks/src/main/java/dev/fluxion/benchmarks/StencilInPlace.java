package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** A hundred steps of a 5-point stencil in place, then the sum of squares. */
@State(Scope.Thread)
public class StencilInPlace {

    /** The width of the grid. */
    static final int WIDTH = 32;

    private static final int STEPS = 100;
    private static final double RATE = 0.2;

    private final DoubleArrayGradient gradient = gradient(StencilInPlace::value);
    private final double[] x = start();
    private final double[] out = new double[x.length];
    private final double[] u = new double[WIDTH * WIDTH];

    /** Some numbers. */
    static double[] start() {
        return new Random(1).doubles(WIDTH * WIDTH, -1, 1).toArray();
    }

    /** The function. */
    static double value(double[] x) {
        double[] u = new double[WIDTH * WIDTH];
        for (int i = 0; i < WIDTH * WIDTH; i++) {
            u[i] = x[i];
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = 1; i < WIDTH - 1; i++) {
                for (int k = i * WIDTH + 1; k < i * WIDTH + WIDTH - 1; k++) {
                    u[k] += RATE * (u[k - WIDTH] + u[k + WIDTH] + u[k - 1] + u[k + 1] - 4 * u[k]);
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < WIDTH * WIDTH; i++) {
            sum += u[i] * u[i];
        }
        return sum;
    }

    /** Its value, and its gradient in {@code out}. */
    static double adjoint(double[] x, double[] out, double[] u) {
        for (int i = 0; i < WIDTH * WIDTH; i++) {
            u[i] = x[i];
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = 1; i < WIDTH - 1; i++) {
                for (int k = i * WIDTH + 1; k < i * WIDTH + WIDTH - 1; k++) {
                    u[k] += RATE * (u[k - WIDTH] + u[k + WIDTH] + u[k - 1] + u[k + 1] - 4 * u[k]);
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < WIDTH * WIDTH; i++) {
            sum += u[i] * u[i];
            out[i] = 2 * u[i];
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = WIDTH - 2; i > 0; i--) {
                for (int k = i * WIDTH + WIDTH - 2; k > i * WIDTH; k--) {
                    double part = RATE * out[k];
                    out[k] -= 4 * part;
                    out[k - WIDTH] += part;
                    out[k + WIDTH] += part;
                    out[k - 1] += part;
                    out[k + 1] += part;
                }
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
        return adjoint(x, out, u);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
