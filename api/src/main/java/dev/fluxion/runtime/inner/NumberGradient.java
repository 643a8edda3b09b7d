package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleGradient;
import dev.fluxion.Fluxion;
import dev.fluxion.ValueAndGradient;

/** The gradient of a function of a number, as an object. */
record NumberGradient(DoubleFn f) implements DoubleGradient {

    @Override
    public double at(double x) {
        return Fluxion.gradient(f, x);
    }

    @Override
    public double store(double x, double[] out) {
        ValueAndGradient<Double> both = Fluxion.withGradient(f, x);
        out[0] = both.gradient();
        return both.value();
    }
}
