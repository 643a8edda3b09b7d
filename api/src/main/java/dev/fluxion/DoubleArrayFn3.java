package dev.fluxion;

/**
 * A function of three arrays of doubles to one double.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * DoubleArrayFn3 f = (w, x, b) -> w[0] * x[0] + b[0];
 * }</pre>
 */
@FunctionalInterface
public interface DoubleArrayFn3 extends ObjectFn3<double[], double[], double[]> {

    /** Returns the function's value. */
    @Override
    double applyAsDouble(double[] x, double[] y, double[] z);
}
