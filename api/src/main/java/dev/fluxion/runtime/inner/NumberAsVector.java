package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleFn;
import dev.fluxion.VectorFn;

/** A function of a number as one of an array with one element. */
record NumberAsVector(DoubleFn f) implements VectorFn {

    @Override
    public double[] apply(double[] x) {
        return new double[] {f.applyAsDouble(x[0])};
    }
}
