package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleFn;
import dev.fluxion.ObjectFn;

/** A function of a boxed number as one of a number. */
record BoxedAsNumber(ObjectFn<Double> f) implements DoubleFn {

    @Override
    public double applyAsDouble(double x) {
        return f.applyAsDouble(x);
    }
}
