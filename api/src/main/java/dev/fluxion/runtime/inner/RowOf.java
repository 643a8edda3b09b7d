package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.VectorFn;

/** One element of what a function gives. */
record RowOf(VectorFn f, int row) implements DoubleArrayFn {

    @Override
    public double applyAsDouble(double[] x) {
        return f.apply(x)[row];
    }
}
