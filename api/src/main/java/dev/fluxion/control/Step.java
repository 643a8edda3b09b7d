package dev.fluxion.control;

import java.io.Serializable;

/** One step of a loop: what becomes of its state. */
@FunctionalInterface
public interface Step extends Serializable {

    /**
     * Returns the state after a step.
     *
     * @param state the one before it, which may be overwritten and returned
     * @param index the number of the step, from 0
     */
    double[] apply(double[] state, int index);
}
