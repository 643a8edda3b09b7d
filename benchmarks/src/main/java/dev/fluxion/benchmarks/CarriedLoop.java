package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 256 steps of {@code x <- sin(cos x)}: each step needs the one before. */
@State(Scope.Thread)
public class CarriedLoop {

    /** The number of steps. */
    static final int STEPS = 256;

    private final DoubleGradient gradient = gradient(CarriedLoop::value);
    private final double[] states = new double[STEPS];
    private final double[] cosines = new double[STEPS];
    private final double[] out = new double[1];
    private double x = 0.5;

    /** The function. */
    static double value(double x) {
        double state = x;
        for (int i = 0; i < STEPS; i++) {
            state = Math.sin(Math.cos(state));
        }
        return state;
    }

    /** Its value, and its derivative in {@code out[0]}. */
    static double adjoint(double x, double[] out, double[] states, double[] cosines) {
        double state = x;
        for (int i = 0; i < STEPS; i++) {
            double cosine = Math.cos(state);
            states[i] = state;
            cosines[i] = cosine;
            state = Math.sin(cosine);
        }
        double bar = 1;
        for (int i = STEPS - 1; i >= 0; i--) {
            bar *= -Math.sin(states[i]) * Math.cos(cosines[i]);
        }
        out[0] = bar;
        return state;
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(x);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(x, out, states, cosines);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
