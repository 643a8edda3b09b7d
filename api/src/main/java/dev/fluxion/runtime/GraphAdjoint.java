package dev.fluxion.runtime;

/**
 * What the compiled gradient of a function of objects implements. It leaves the gradients in what its arguments lead to
 * in the shadows, and those in plain numbers in an array.
 */
public interface GraphAdjoint {

    /**
     * Runs the function forwards and backwards and returns its value.
     *
     * @param arguments the arguments, numbers boxed
     * @param partials takes the partials in numbers: by position: first what was captured, if that is asked for, then
     *     the arguments
     * @param shadows those of everything that the gradient is wanted in
     */
    double run(Object[] arguments, double[] partials, Shadows shadows);
}
