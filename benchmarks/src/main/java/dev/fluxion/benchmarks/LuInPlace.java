package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** The logarithm of a determinant by an LU factorisation in place, without pivoting. */
@State(Scope.Thread)
public class LuInPlace {

    /** How many rows. */
    static final int N = 32;

    private final DoubleArrayGradient gradient = gradient(LuInPlace::value);
    private final double[] x = start();
    private final double[] out = new double[x.length];
    private final double[] a = new double[N * N];

    /** A matrix by rows that needs no pivoting. */
    static double[] start() {
        double[] a = new Random(1).doubles(N * N, -1, 1).toArray();
        for (int i = 0; i < N; i++) {
            a[i * N + i] += N;
        }
        return a;
    }

    /** The function. */
    static double value(double[] x) {
        double[] a = new double[N * N];
        for (int i = 0; i < N * N; i++) {
            a[i] = x[i];
        }
        for (int k = 0; k < N; k++) {
            for (int i = k + 1; i < N; i++) {
                double factor = a[i * N + k] / a[k * N + k];
                a[i * N + k] = factor;
                for (int j = k + 1; j < N; j++) {
                    a[i * N + j] -= factor * a[k * N + j];
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += Math.log(a[i * N + i]);
        }
        return sum;
    }

    /** Its value, and its gradient in {@code out}; once it is used, no number is overwritten any more. */
    static double adjoint(double[] x, double[] out, double[] a) {
        for (int i = 0; i < N * N; i++) {
            a[i] = x[i];
            out[i] = 0;
        }
        for (int k = 0; k < N; k++) {
            for (int i = k + 1; i < N; i++) {
                double factor = a[i * N + k] / a[k * N + k];
                a[i * N + k] = factor;
                for (int j = k + 1; j < N; j++) {
                    a[i * N + j] -= factor * a[k * N + j];
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += Math.log(a[i * N + i]);
            out[i * N + i] = 1 / a[i * N + i];
        }
        for (int k = N - 1; k >= 0; k--) {
            for (int i = N - 1; i > k; i--) {
                double factor = a[i * N + k];
                double bar = out[i * N + k];
                for (int j = k + 1; j < N; j++) {
                    double b = out[i * N + j];
                    bar -= b * a[k * N + j];
                    out[k * N + j] -= b * factor;
                }
                double scaled = bar / a[k * N + k];
                out[i * N + k] = scaled;
                out[k * N + k] -= scaled * factor;
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
        return adjoint(x, out, a);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
