package dev.fluxion.benchmarks.higher;

import static dev.fluxion.Fluxion.checkpointed;
import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The gradient through a million steps of an oscillator, keeping 4,000 states, against the gradient of the plain loop,
 * which remembers each step.
 */
@State(Scope.Thread)
public class CheckpointedLoop {

    /** How many steps. */
    static final int STEPS = 1_000_000;

    /** How many states are kept. */
    static final int STATES = 4_000;

    private static final double H = 1e-4;

    private final double[] start = {1.5, 0.2};
    private final double[] out = new double[2];
    private final DoubleArrayGradient plain = gradient((double[] x) -> plain(x, STEPS));
    private final DoubleArrayGradient checkpointed = gradient((double[] x) -> kept(x, STEPS, STATES));

    /** One step of van der Pol's oscillator, by Euler's method. */
    static double[] step(double[] state) {
        double x = state[0];
        double v = state[1];
        return new double[] {x + H * v, v + H * ((1 - x * x) * v - x)};
    }

    /** The place after so many steps. */
    static double plain(double[] start, int steps) {
        double[] state = start;
        for (int i = 0; i < steps; i++) {
            state = step(state);
        }
        return state[0];
    }

    /** The same, by a loop of which some states are kept. */
    static double kept(double[] start, int steps, int states) {
        return checkpointed(steps, states, (state, index) -> step(state), start)[0];
    }

    /** The plain loop. */
    @Benchmark
    public double other() {
        return plain.into(start, out);
    }

    /** With checkpoints. */
    @Benchmark
    public double byFluxion() {
        return checkpointed.into(start, out);
    }
}
