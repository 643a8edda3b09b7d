package dev.fluxion;

import java.io.Serializable;

/**
 * A function of four doubles.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * DoubleFn4 f = (a, b, c, d) -> a * d - b * c;
 * }</pre>
 */
@FunctionalInterface
public interface DoubleFn4 extends Serializable {

    /** Returns the function's value. */
    double applyAsDouble(double x, double y, double z, double w);
}
