package dev.fluxion.control;

import java.io.Serializable;

/** Whether an open-ended loop goes on. */
@FunctionalInterface
public interface Condition extends Serializable {

    /**
     * Returns whether another step is made.
     *
     * @param state the state before it, which is not written to
     * @param index the number of the step, from 0
     */
    boolean holds(double[] state, int index);
}
