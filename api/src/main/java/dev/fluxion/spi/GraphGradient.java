package dev.fluxion.spi;

import dev.fluxion.tangent.Tangent;

/** A compiled gradient in arguments of any kind, and possibly in what the function has captured. Thread safe. */
public interface GraphGradient {

    /**
     * Runs the function forwards and backwards.
     *
     * @param arguments none of them null; numbers are boxed
     */
    At at(Object... arguments);

    /** Value and gradients at some arguments, as these were before the function ran. */
    interface At {

        /** Returns the function's value. */
        double value();

        /**
         * Returns the gradient in an argument, of the argument's class.
         *
         * @throws dev.fluxion.diagnostic.NotDifferentiableException if that cannot carry its gradient
         */
        Object gradient(int argument);

        /** Returns the gradient in an argument that is an object or an array, by field or index. */
        Tangent tangent(int argument);

        /** Returns the gradients by index of the argument. */
        Tangent tangents();

        /** Returns the gradients in what the function has captured, by name; only if that was asked for. */
        Tangent captured();
    }
}
