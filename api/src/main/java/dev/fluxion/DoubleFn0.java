package dev.fluxion;

import java.io.Serializable;
import java.util.function.DoubleSupplier;

/**
 * A function of nothing but what it has captured: {@link Fluxion#gradientOfCaptured(DoubleFn0)} differentiates in that.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * DoubleFn0 f = () -> a * a + b;
 * }</pre>
 */
@FunctionalInterface
public interface DoubleFn0 extends DoubleSupplier, Serializable {

    /** Returns the function's value. */
    @Override
    double getAsDouble();
}
