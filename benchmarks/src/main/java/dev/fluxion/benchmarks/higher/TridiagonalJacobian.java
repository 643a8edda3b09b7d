package dev.fluxion.benchmarks.higher;

import static dev.fluxion.Fluxion.sparseJacobian;

import dev.fluxion.derivative.sparse.SparseJacobian;
import dev.fluxion.derivative.sparse.SparseMatrix;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A tridiagonal Jacobian of 100,000 rows, its pattern found and its columns coloured, against ten runs of the function.
 */
@State(Scope.Thread)
public class TridiagonalJacobian {

    /** How many rows and columns. */
    static final int N = 100_000;

    private final double[] x = point(N);
    private final SparseJacobian jacobian = sparseJacobian((double[] w) -> diffusion(w));

    /** Where it is computed. */
    static double[] point(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.sin(0.01 * i);
        }
        return x;
    }

    /** Diffusion along a line whose ends are held, with a reaction. */
    static double[] diffusion(double[] x) {
        int n = x.length;
        double[] change = new double[n];
        for (int i = 0; i < n; i++) {
            double left = i == 0 ? 0 : x[i - 1];
            double right = i == n - 1 ? 0 : x[i + 1];
            change[i] = left - 2 * x[i] + right + x[i] * (1 - x[i] * x[i]);
        }
        return change;
    }

    /** Ten runs of the function. */
    @Benchmark
    public double other() {
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += diffusion(x)[i];
        }
        return sum;
    }

    /** The Jacobian. */
    @Benchmark
    public SparseMatrix byFluxion() {
        return jacobian.at(x);
    }
}
