package dev.fluxion;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of one double, such as {@code x -> Math.sin(x)}.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * DoubleFn f = x -> x * Math.sin(x);
 * }</pre>
 */
@FunctionalInterface
public interface DoubleFn extends DoubleUnaryOperator, Serializable {

    /** Returns the function's value. */
    @Override
    double applyAsDouble(double x);
}
