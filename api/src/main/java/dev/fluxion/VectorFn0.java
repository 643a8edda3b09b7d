package dev.fluxion;

import java.io.Serializable;
import java.util.function.Supplier;

/**
 * A function of nothing but what it reaches by itself, to an array of doubles: {@link Fluxion#jacobian(VectorFn0,
 * dev.fluxion.params.Params)} differentiates in parameters that it uses.
 *
 * <p>Serializable, so that a lambda tells Fluxion which method it stands for; nothing is ever serialized.
 */
@FunctionalInterface
public interface VectorFn0 extends Supplier<double[]>, Serializable {

    /** Returns the function's value, an array that is not changed afterwards. */
    @Override
    double[] get();
}
