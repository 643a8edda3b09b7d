package dev.fluxion;

/**
 * A function from an array of doubles to one double, such as a loss of its weights.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * DoubleArrayFn f = x -> x[0] * x[1];
 * }</pre>
 */
@FunctionalInterface
public interface DoubleArrayFn extends ObjectFn<double[]> {

    /** Returns the function's value. */
    @Override
    double applyAsDouble(double[] x);
}
