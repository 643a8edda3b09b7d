package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.Fn;
import dev.fluxion.ValueAndGradient;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.Pullback;
import dev.fluxion.derivative.ValueAndJacobian;
import dev.fluxion.derivative.ValueAndTangent;

/**
 * Jacobians and pullbacks, taken inside of code that is differentiated. The function is run for its value, and then
 * once for each row or column; the argument is left as the last run leaves it.
 */
public final class InnerJacobians {

    private InnerJacobians() {}

    /** See {@link Fluxion#jacobian(VectorFn, double[])}. */
    public static double[][] jacobian(VectorFn f, double[] x) {
        return withJacobian(f, x).jacobian();
    }

    /** See {@link Fluxion#withJacobian(VectorFn, double[])}. */
    public static ValueAndJacobian withJacobian(VectorFn f, double[] x) {
        double[] before = x.clone();
        double[] value = f.apply(x).clone();
        return new ValueAndJacobian(value, jacobian(f, x, before, value));
    }

    private static double[][] jacobian(VectorFn f, double[] x, double[] before, double[] value) {
        return value.length < x.length ? rows(f, x, before, value) : columns(f, x, before, value);
    }

    private static double[][] rows(VectorFn f, double[] x, double[] before, double[] value) {
        double[][] jacobian = new double[value.length][];
        for (int row = 0; row < value.length; row++) {
            System.arraycopy(before, 0, x, 0, x.length);
            ValueAndGradient<double[]> run = Fluxion.withGradient(new RowOf(f, row), x);
            InnerShapes.requireSame(Fluxion.stopGradient(value[row]), Fluxion.stopGradient(run.value()));
            jacobian[row] = run.gradient();
        }
        return jacobian;
    }

    private static double[][] columns(VectorFn f, double[] x, double[] before, double[] value) {
        double[][] jacobian = new double[value.length][x.length];
        for (int column = 0; column < x.length; column++) {
            double[] direction = new double[x.length];
            direction[column] = 1;
            System.arraycopy(before, 0, x, 0, x.length);
            ValueAndTangent<double[]> run = InnerTangents.tangent(f, x, direction);
            for (int row = 0; row < value.length; row++) {
                InnerShapes.requireSame(Fluxion.stopGradient(value[row]), Fluxion.stopGradient(run.value()[row]));
                jacobian[row][column] = run.tangent()[row];
            }
        }
        return jacobian;
    }

    /** See {@link Fluxion#pullback(DoubleFn, double)}. */
    public static Pullback<Double, Double> pullback(DoubleFn f, double x) {
        return pullback(new NumberBoxed(f), x);
    }

    /** See {@link Fluxion#pullback(Fn, Object)}; for numbers and arrays of them. */
    @SuppressWarnings("unchecked") // the function takes an X
    public static <X, R> Pullback<X, R> pullback(Fn<X, R> f, X x) {
        Object[] given = new Object[1];
        AnyAsVector vectors = new AnyAsVector((Fn<Object, Object>) f, x instanceof Double, given);
        double[] at = InnerShapes.numbers(x);
        double[] before = at.clone();
        double[] numbers = vectors.apply(at).clone();
        Object value = given[0];
        double[][] jacobian = jacobian(vectors, at, before, numbers);
        return new Pullback<>(new InnerPullback(value, jacobian, x instanceof double[] array ? array.length : -1));
    }
}
