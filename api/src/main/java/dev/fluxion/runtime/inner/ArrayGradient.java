package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.Fluxion;
import dev.fluxion.ValueAndGradient;

/** The gradient of a function of an array, as an object. */
record ArrayGradient(DoubleArrayFn f) implements DoubleArrayGradient {

    @Override
    public double accumulate(double[] x, double[] sum) {
        ValueAndGradient<double[]> both = Fluxion.withGradient(f, x);
        double[] gradient = both.gradient();
        for (int i = 0; i < gradient.length; i++) {
            sum[i] += gradient[i];
        }
        return both.value();
    }
}
