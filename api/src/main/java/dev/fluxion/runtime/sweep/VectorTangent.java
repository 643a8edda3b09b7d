package dev.fluxion.runtime.sweep;

import dev.fluxion.runtime.Shadows;

/**
 * The derivatives of a function from an array to an array in one or several directions, its lanes. The tangents of one
 * number lie side by side, as in {@link ScalarTangent}.
 */
public interface VectorTangent {

    /**
     * Returns the function's value. Its tangents are in its shadow; if it has none, they are zero.
     *
     * @param x the point
     * @param xDot the directions; may be written to if the function writes to {@code x}
     * @param shadows an empty table of as many lanes
     */
    double[] run(double[] x, double[] xDot, Shadows shadows);
}
