package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link LuInPlace} in an array of rows. */
@State(Scope.Thread)
public class LuOfRows {

    private static final int N = LuInPlace.N;

    private final DoubleArrayGradient gradient = gradient(LuOfRows::value);
    private final double[] x = LuInPlace.start();
    private final double[] out = new double[x.length];
    private final double[][] a = new double[N][N];
    private final double[][] bar = new double[N][N];

    /** The function. */
    static double value(double[] x) {
        double[][] a = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                a[i][j] = x[i * N + j];
            }
        }
        for (int k = 0; k < N; k++) {
            for (int i = k + 1; i < N; i++) {
                double factor = a[i][k] / a[k][k];
                a[i][k] = factor;
                for (int j = k + 1; j < N; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += Math.log(a[i][i]);
        }
        return sum;
    }

    /** Its value, and its gradient in {@code out}; once it is used, no number is overwritten any more. */
    static double adjoint(double[] x, double[] out, double[][] a, double[][] bar) {
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                a[i][j] = x[i * N + j];
                bar[i][j] = 0;
            }
        }
        for (int k = 0; k < N; k++) {
            for (int i = k + 1; i < N; i++) {
                double factor = a[i][k] / a[k][k];
                a[i][k] = factor;
                for (int j = k + 1; j < N; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += Math.log(a[i][i]);
            bar[i][i] = 1 / a[i][i];
        }
        for (int k = N - 1; k >= 0; k--) {
            double[] pivots = a[k];
            double[] pivotBars = bar[k];
            for (int i = N - 1; i > k; i--) {
                double[] bars = bar[i];
                double factor = a[i][k];
                double part = bars[k];
                for (int j = k + 1; j < N; j++) {
                    part -= bars[j] * pivots[j];
                    pivotBars[j] -= bars[j] * factor;
                }
                double scaled = part / pivots[k];
                bars[k] = scaled;
                pivotBars[k] -= scaled * factor;
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                out[i * N + j] = bar[i][j];
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
        return adjoint(x, out, a, bar);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
