package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.Fn;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.Pushforward;
import dev.fluxion.derivative.ValueAndTangent;

/** Derivatives in a direction, taken inside of code that is differentiated. */
public final class InnerTangents {

    private InnerTangents() {}

    /**
     * Returns a function's value and its derivative in a direction. In differentiated code the transforms put the
     * function's tangent in the place of this call.
     *
     * @param x the point, which the function may overwrite
     * @param direction as long as {@code x}; overwritten with {@code x}, so that it must be an array of its own
     */
    public static ValueAndTangent<double[]> tangent(VectorFn f, double[] x, double[] direction) {
        return Fluxion.jvp((Fn<double[], double[]>) f, x, direction);
    }

    /** Returns the tangents that were found for an array; zeros if nothing active was ever stored there. */
    public static double[] found(double[] value, double[] tangent) {
        return tangent == null ? new double[value.length] : tangent;
    }

    /** See {@link Fluxion#jvp(DoubleFn, double, double)}. */
    public static ValueAndTangent<Double> jvp(DoubleFn f, double x, double direction) {
        ValueAndTangent<double[]> both = tangent(new NumberAsVector(f), new double[] {x}, new double[] {direction});
        return new ValueAndTangent<>(both.value()[0], both.tangent()[0]);
    }

    /** See {@link Fluxion#jvp(Fn, Object, Object)}; for numbers and arrays of them. */
    @SuppressWarnings("unchecked") // the function gives an R
    public static <X, R> ValueAndTangent<R> jvp(Fn<X, R> f, X x, X direction) {
        InnerShapes.requireFits("direction", direction, x);
        Object[] given = new Object[1];
        AnyAsVector vectors = new AnyAsVector((Fn<Object, Object>) f, x instanceof Double, given);
        double[] tangent = tangent(vectors, InnerShapes.numbers(x), InnerShapes.numbers(direction).clone()).tangent();
        return new ValueAndTangent<>((R) given[0], (R) InnerShapes.like(given[0], tangent));
    }

    /** See {@link Fluxion#pushforward(DoubleFn, double)}. */
    public static Pushforward<Double, Double> pushforward(DoubleFn f, double x) {
        return pushforward(new NumberBoxed(f), x);
    }

    /** See {@link Fluxion#pushforward(Fn, Object)}; for numbers and arrays of them. */
    @SuppressWarnings("unchecked") // what it is applied to is an X
    public static <X, R> Pushforward<X, R> pushforward(Fn<X, R> f, X x) {
        return new Pushforward<>(new InnerPushforward((Fn<Object, Object>) f), x);
    }
}
