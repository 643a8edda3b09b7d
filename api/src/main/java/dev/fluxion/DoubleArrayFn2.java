package dev.fluxion;

/**
 * A function of two arrays of doubles to one double.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * DoubleArrayFn2 f = (w, x) -> w[0] * x[0] + w[1] * x[1];
 * }</pre>
 */
@FunctionalInterface
public interface DoubleArrayFn2 extends ObjectFn2<double[], double[]> {

    /** Returns the function's value. */
    @Override
    double applyAsDouble(double[] x, double[] y);
}
