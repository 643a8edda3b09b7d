package dev.fluxion;

import java.io.Serializable;

/**
 * A function of three doubles, such as {@code Math::fma}.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * DoubleFn3 f = (x, y, z) -> x * y + z;
 * }</pre>
 */
@FunctionalInterface
public interface DoubleFn3 extends Serializable {

    /** Returns the function's value. */
    double applyAsDouble(double x, double y, double z);
}
