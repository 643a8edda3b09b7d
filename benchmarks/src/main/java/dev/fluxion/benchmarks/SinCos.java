package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@code sin(cos x)}: straight-line code. */
@State(Scope.Thread)
public class SinCos {

    private final DoubleGradient gradient = gradient(SinCos::value);
    private final double[] out = new double[1];
    private double x = 0.5;

    /** The function. */
    static double value(double x) {
        return Math.sin(Math.cos(x));
    }

    /** Its value, and its derivative in {@code out[0]}. */
    static double adjoint(double x, double[] out) {
        double c = Math.cos(x);
        out[0] = -Math.sin(x) * Math.cos(c);
        return Math.sin(c);
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
