package dev.fluxion.control;

import dev.fluxion.runtime.StepBlock;

import java.util.function.UnaryOperator;

/**
 * Steps of known numbers, as a function of the state. The derivative is that of a loop in which the step's own code
 * stands.
 */
public final class StepsAt implements UnaryOperator<double[]> {

    /** The step. */
    public final Step step;

    /** The number of the first one. */
    public final int from;

    /** The number after that of the last one. */
    public final int to;

    /**
     * Knows a step, and the numbers with which it is taken.
     *
     * @param step the step
     * @param from the number of the first one
     * @param to the number after that of the last one
     */
    public StepsAt(Step step, int from, int to) {
        this.step = step;
        this.from = from;
        this.to = to;
    }

    /** Returns the same for those who differentiate it. */
    StepBlock block() {
        return new StepBlock(step, Step.class, from, to);
    }

    @Override
    public double[] apply(double[] state) {
        double[] now = state;
        for (int i = from; i < to; i++) {
            now = step.apply(now, i);
        }
        return now;
    }
}
