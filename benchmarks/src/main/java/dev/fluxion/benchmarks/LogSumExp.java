package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** {@code log(sum(exp x))}: a sum over an array. */
@State(Scope.Thread)
public class LogSumExp {

    /** The length of the array. */
    @Param({"128", "10000"})
    int n;

    private final DoubleArrayGradient gradient = gradient(LogSumExp::value);
    private double[] x = {};
    private double[] out = {};

    /** Fills the array. */
    @Setup
    public void fill() {
        x = new Random(1).doubles(n, -1, 1).toArray();
        out = new double[n];
    }

    /** The function. */
    static double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i]);
        }
        return Math.log(sum);
    }

    /** Its value, and its gradient in {@code out}. */
    static double adjoint(double[] x, double[] out) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double e = Math.exp(x[i]);
            out[i] = e;
            sum += e;
        }
        double factor = 1 / sum;
        for (int i = 0; i < x.length; i++) {
            out[i] *= factor;
        }
        return Math.log(sum);
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(x);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(x, out);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
