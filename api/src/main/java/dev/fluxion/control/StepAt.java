package dev.fluxion.control;

import java.util.function.UnaryOperator;

/** A step of known number, as a function of the state. Its fields are public, since its code is differentiated. */
public final class StepAt implements UnaryOperator<double[]> {

    /** The step. */
    public final Step step;

    /** Its number. */
    public final int index;

    /**
     * Knows a step and its number.
     *
     * @param step the step
     * @param index its number
     */
    public StepAt(Step step, int index) {
        this.step = step;
        this.index = index;
    }

    @Override
    public double[] apply(double[] state) {
        return step.apply(state, index);
    }
}
