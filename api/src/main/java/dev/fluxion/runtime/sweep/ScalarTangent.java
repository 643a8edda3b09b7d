package dev.fluxion.runtime.sweep;

/**
 * The derivatives of a function from an array to a number in one or several directions, its lanes. The tangents of one
 * number lie side by side: that of {@code x[i]} in direction {@code lane} at {@code i * lanes + lane}.
 */
public interface ScalarTangent {

    /**
     * Returns the function's value.
     *
     * @param x the point
     * @param xDot the directions; may be written to if the function writes to {@code x}
     * @param out takes the derivatives, one for each direction
     */
    double run(double[] x, double[] xDot, double[] out);
}
