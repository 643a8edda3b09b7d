package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** Ten times {@code y <- y + a x} in place, then the sum of squares; both vectors in one array, x first. */
@State(Scope.Thread)
public class Axpy {

    /** The length of each vector. */
    static final int LENGTH = 1_000;

    private static final int TIMES = 10;

    private final DoubleArrayGradient gradient = gradient(Axpy::value);
    private final double[] x = start();
    private final double[] out = new double[x.length];
    private final double[] y = new double[LENGTH];
    private final double[] yBar = new double[LENGTH];

    /** Some numbers. */
    static double[] start() {
        return new Random(1).doubles(2 * LENGTH, -1, 1).toArray();
    }

    /** The function. */
    static double value(double[] xy) {
        double[] y = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            y[i] = xy[LENGTH + i];
        }
        for (int k = 1; k <= TIMES; k++) {
            double a = 0.01 * k;
            for (int i = 0; i < LENGTH; i++) {
                y[i] += a * xy[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += y[i] * y[i];
        }
        return sum;
    }

    /** Its value, and its gradient in {@code out}. */
    static double adjoint(double[] xy, double[] out, double[] y, double[] yBar) {
        for (int i = 0; i < LENGTH; i++) {
            y[i] = xy[LENGTH + i];
        }
        for (int k = 1; k <= TIMES; k++) {
            double a = 0.01 * k;
            for (int i = 0; i < LENGTH; i++) {
                y[i] += a * xy[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += y[i] * y[i];
            yBar[i] = 2 * y[i];
            out[i] = 0;
        }
        for (int k = TIMES; k >= 1; k--) {
            double a = 0.01 * k;
            for (int i = 0; i < LENGTH; i++) {
                out[i] += a * yBar[i];
            }
        }
        for (int i = 0; i < LENGTH; i++) {
            out[LENGTH + i] = yBar[i];
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
        return adjoint(x, out, y, yBar);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
