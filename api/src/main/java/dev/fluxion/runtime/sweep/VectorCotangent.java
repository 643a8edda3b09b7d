package dev.fluxion.runtime.sweep;

import org.jspecify.annotations.Nullable;

/** The derivative of a function from an array to an array backwards: of its results, weighted and added up. */
public interface VectorCotangent {

    /**
     * Returns the sum of the results, each times its weight.
     *
     * @param x the point
     * @param cotangent the weights, one for each result; not the array of anything else
     * @param value its first element takes a copy of the results
     * @param gradient the gradient of the sum is added here; zeros
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there are not as many weights as results
     */
    double run(double[] x, double[] cotangent, @Nullable Object[] value, double[] gradient);
}
