package dev.fluxion.spi;

/** A compiled function of arguments of any kind that can be run backwards. Thread safe. */
public interface GraphPullback {

    /**
     * Runs the function.
     *
     * @param arguments none of them null; numbers are boxed
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the function gives null
     */
    At at(Object[] arguments);

    /** The function's value at a point, and its derivative there. Thread safe. */
    interface At {

        /** Returns the function's value. */
        Object value();

        /**
         * Returns the gradients that belong to a cotangent of the value, each of its argument's class.
         *
         * @throws dev.fluxion.diagnostic.NotDifferentiableException if the cotangent does not fit the value, or an
         *     argument cannot carry its gradient
         */
        Object[] gradients(Object cotangent);
    }
}
