package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fn;

/** A function of a number as one of a boxed number. */
record NumberBoxed(DoubleFn f) implements Fn<Double, Double> {

    @Override
    public Double apply(Double x) {
        return f.applyAsDouble(x);
    }
}
