package dev.fluxion;

/**
 * A function from an array of doubles to an array of doubles, such as the residuals of a fit.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * VectorFn f = x -> new double[] {x[0] * x[1], Math.sin(x[0])};
 * }</pre>
 */
@FunctionalInterface
public interface VectorFn extends Fn<double[], double[]> {

    /** Returns the function's value, an array that is not changed afterwards. */
    @Override
    double[] apply(double[] x);
}
