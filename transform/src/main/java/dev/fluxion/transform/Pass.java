package dev.fluxion.transform;

import dev.fluxion.ir.Function;

/**
 * A named map from functions to functions. It keeps the meaning of the function unless its documentation says
 * otherwise, has no state, and gives back the very same object where there is nothing to do.
 */
public interface Pass {

    /** Returns the pass's name, for listings and messages. */
    String name();

    /**
     * Returns the transformed function.
     *
     * @param function a function that the verifier accepts and that fulfils the pass's precondition
     * @return a function that the verifier accepts, or {@code function} itself
     */
    Function apply(Function function);
}
