package dev.fluxion;

import java.io.Serializable;

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
public interface DoubleArrayFn3 extends Serializable {

    /** Returns the function's value. */
    double applyAsDouble(double[] x, double[] y, double[] z);
}
