package dev.fluxion;

import java.io.Serializable;
import java.util.function.DoubleBinaryOperator;

/**
 * A function of two doubles, such as {@code Math::pow}.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 *
 * <pre>{@code
 * DoubleFn2 f = (x, y) -> x * y;
 * }</pre>
 */
@FunctionalInterface
public interface DoubleFn2 extends DoubleBinaryOperator, Serializable {

    /** Returns the function's value. */
    @Override
    double applyAsDouble(double x, double y);
}
