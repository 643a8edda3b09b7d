package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.VectorFn;

/** The gradient of a function as a function. */
record GradientOf(DoubleArrayFn f) implements VectorFn {

    @Override
    public double[] apply(double[] x) {
        return Fluxion.gradient(f, x);
    }
}
