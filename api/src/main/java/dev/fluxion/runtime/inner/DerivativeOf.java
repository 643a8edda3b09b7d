package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;

/** The derivative of a function as a function. */
record DerivativeOf(DoubleFn f) implements DoubleFn {

    @Override
    public double applyAsDouble(double x) {
        return Fluxion.gradient(f, x);
    }
}
