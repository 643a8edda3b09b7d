package dev.fluxion.runtime.sweep;

/**
 * Gradients and products of Hessian and vectors, forward over reverse, in one or several directions, its lanes. The
 * tangents of one number lie side by side, as in {@link ScalarTangent}.
 */
public interface Curvature {

    /**
     * Returns the function's value.
     *
     * @param x the point
     * @param gradient the gradient is added here; zeros
     * @param xDot the directions; may be written to if the function writes to {@code x}
     * @param gradientDot the products are added here; zeros
     */
    double run(double[] x, double[] gradient, double[] xDot, double[] gradientDot);
}
