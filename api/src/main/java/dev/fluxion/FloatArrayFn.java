package dev.fluxion;

/**
 * A function from an array of floats to one float; it is differentiated in float.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * FloatArrayFn f = x -> x[0] * x[1];
 * }</pre>
 */
@FunctionalInterface
public interface FloatArrayFn extends ObjectFn<float[]> {

    /** Returns the function's value. */
    float applyAsFloat(float[] x);

    /** Returns the function's value, widened. */
    @Override
    default double applyAsDouble(float[] x) {
        return applyAsFloat(x);
    }
}
