package dev.fluxion.benchmarks.higher;

import static dev.fluxion.Fluxion.hessian;

import dev.fluxion.derivative.Hessian;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The Hessian of Rosenbrock's function in 100 dimensions, as a dense matrix, against its formula. */
@State(Scope.Thread)
public class RosenbrockHessian {

    /** How many dimensions. */
    static final int N = 100;

    private final double[] x = point();
    private final Hessian hessian = hessian((double[] w) -> value(w));

    /** Where it is computed. */
    static double[] point() {
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = 1 + 0.2 * Math.cos(i);
        }
        return x;
    }

    /** The function. */
    static double value(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double slope = x[i + 1] - x[i] * x[i];
            double rest = 1 - x[i];
            sum += 100 * slope * slope + rest * rest;
        }
        return sum;
    }

    /** Its Hessian. */
    static double[][] formula(double[] x) {
        double[][] hessian = new double[x.length][x.length];
        for (int i = 0; i + 1 < x.length; i++) {
            hessian[i][i] += 1200 * x[i] * x[i] - 400 * x[i + 1] + 2;
            hessian[i][i + 1] = -400 * x[i];
            hessian[i + 1][i] = -400 * x[i];
            hessian[i + 1][i + 1] += 200;
        }
        return hessian;
    }

    /** By the formula. */
    @Benchmark
    public double[][] other() {
        return formula(x);
    }

    /** By Fluxion. */
    @Benchmark
    public double[][] byFluxion() {
        return hessian.at(x);
    }
}
