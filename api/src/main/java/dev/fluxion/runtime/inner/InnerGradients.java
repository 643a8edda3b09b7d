package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleGradient;
import dev.fluxion.Fluxion;
import dev.fluxion.ObjectFn;
import dev.fluxion.ValueAndGradient;

/** Gradients as objects, and in boxed numbers, taken inside of code that is differentiated. */
@SuppressWarnings("overloads") // as those of the API
public final class InnerGradients {

    private InnerGradients() {}

    /** See {@link Fluxion#derivative(DoubleFn)}. */
    public static DoubleFn derivative(DoubleFn f) {
        return new DerivativeOf(f);
    }

    /** See {@link Fluxion#gradient(DoubleFn)}. */
    public static DoubleGradient gradient(DoubleFn f) {
        return new NumberGradient(f);
    }

    /** See {@link Fluxion#gradient(DoubleArrayFn)}. */
    public static DoubleArrayGradient gradient(DoubleArrayFn f) {
        return new ArrayGradient(f);
    }

    /** See {@link Fluxion#gradient(ObjectFn, Double)}. */
    public static Double gradient(ObjectFn<Double> f, Double x) {
        return Fluxion.gradient(new BoxedAsNumber(f), (double) x);
    }

    /** See {@link Fluxion#withGradient(ObjectFn, Double)}. */
    public static ValueAndGradient<Double> withGradient(ObjectFn<Double> f, Double x) {
        return Fluxion.withGradient(new BoxedAsNumber(f), (double) x);
    }
}
