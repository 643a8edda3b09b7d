package dev.fluxion.spi;

/** A compiled function of one argument of any kind that can be run backwards. Thread safe. */
public interface GraphPullback {

    /**
     * Runs the function.
     *
     * @param argument not null; a number is boxed
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the function gives null
     */
    At at(Object argument);

    /** The function's value at an argument, and its derivative there. Thread safe. */
    interface At {

        /** Returns the function's value. */
        Object value();

        /**
         * Returns the gradient that belongs to a cotangent of the value, of the argument's class.
         *
         * @throws dev.fluxion.diagnostic.NotDifferentiableException if the cotangent does not fit the value, or the
         *     argument cannot carry its gradient
         */
        Object gradient(Object cotangent);
    }
}
