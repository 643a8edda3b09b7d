package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** Products of the first numbers in place, and their sum. */
@State(Scope.Thread)
public class PrefixProduct {

    /** The length of the array. */
    static final int LENGTH = 1_000;

    private final DoubleArrayGradient gradient = gradient(PrefixProduct::value);
    private final double[] x = start();
    private final double[] out = new double[x.length];
    private final double[] p = new double[LENGTH];

    /** Numbers around 1. */
    static double[] start() {
        return new Random(1).doubles(LENGTH, 0.9, 1.1).toArray();
    }

    /** The function. */
    static double value(double[] x) {
        double[] p = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            p[i] = x[i];
        }
        for (int i = 1; i < LENGTH; i++) {
            p[i] *= p[i - 1];
        }
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += p[i];
        }
        return sum;
    }

    /** Its value, and its gradient in {@code out}. */
    static double adjoint(double[] x, double[] out, double[] p) {
        for (int i = 0; i < LENGTH; i++) {
            p[i] = x[i];
        }
        for (int i = 1; i < LENGTH; i++) {
            p[i] *= p[i - 1];
        }
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += p[i];
        }
        double bar = 1;
        for (int i = LENGTH - 1; i > 0; i--) {
            out[i] = bar * p[i - 1];
            bar = 1 + bar * x[i];
        }
        out[0] = bar;
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
        return adjoint(x, out, p);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
