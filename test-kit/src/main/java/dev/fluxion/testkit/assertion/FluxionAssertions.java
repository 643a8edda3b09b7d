package dev.fluxion.testkit.assertion;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayFn2;
import dev.fluxion.DoubleArrayFn3;
import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleFn2;
import dev.fluxion.DoubleFn3;
import dev.fluxion.DoubleFn4;
import dev.fluxion.FloatArrayFn;
import dev.fluxion.ObjectFn;
import dev.fluxion.ObjectFn2;
import dev.fluxion.ObjectFn3;
import dev.fluxion.ObjectFn4;
import dev.fluxion.testkit.gradcheck.Question;

/**
 * Entry points of assertions about gradients.
 *
 * <pre>{@code
 * import static dev.fluxion.testkit.assertion.FluxionAssertions.assertThatGradient;
 *
 * assertThatGradient(x -> Math.sin(x), 0.5).matchesFiniteDifferences();
 * assertThatGradient((double[] w) -> loss(w)).at(weights).within(1e-6).matchesFiniteDifferences();
 * assertThatGradient((x, y) -> x * y, 2.0, 3.0).isGradient(3.0, 2.0);
 * assertThatGradient(x -> new BigDecimal(x).doubleValue(), 1.0).isRefusedWith(ErrorId.NO_RULE);
 * }</pre>
 *
 * <p>In a form without {@code at} the compiler finds the types of a lambda's parameters by the point; before {@code at}
 * they have to be written, unless there are two or more.
 */
@SuppressWarnings("overloads") // as in Fluxion
public final class FluxionAssertions {

    private FluxionAssertions() {}

    /** Starts an assertion about a gradient at a point. */
    public static GradientAssert assertThatGradient(DoubleFn f, double x) {
        return new GradientAssert(Question.of(f, x));
    }

    /** Starts an assertion about a gradient at a point. */
    public static GradientAssert assertThatGradient(DoubleFn2 f, double x, double y) {
        return new GradientAssert(Question.of(f, x, y));
    }

    /** Starts an assertion about a gradient at a point. */
    public static GradientAssert assertThatGradient(DoubleFn3 f, double x, double y, double z) {
        return new GradientAssert(Question.of(f, x, y, z));
    }

    /** Starts an assertion about a gradient at a point. */
    public static GradientAssert assertThatGradient(DoubleFn4 f, double x, double y, double z, double w) {
        return new GradientAssert(Question.of(f, x, y, z, w));
    }

    /** Starts an assertion about a gradient at a point. */
    public static GradientAssert assertThatGradient(DoubleArrayFn f, double[] x) {
        return new GradientAssert(Question.of(f, x));
    }

    /** Starts an assertion about a gradient at a point. */
    public static GradientAssert assertThatGradient(DoubleArrayFn2 f, double[] x, double[] y) {
        return new GradientAssert(Question.of(f, x, y));
    }

    /** Starts an assertion about a gradient at a point. */
    public static GradientAssert assertThatGradient(DoubleArrayFn3 f, double[] x, double[] y, double[] z) {
        return new GradientAssert(Question.of(f, x, y, z));
    }

    /** Starts an assertion about a gradient at a point. */
    public static GradientAssert assertThatGradient(FloatArrayFn f, float[] x) {
        return new GradientAssert(Question.of(f, x));
    }

    /** Starts an assertion about a gradient at a point. */
    public static <T> GradientAssert assertThatGradient(ObjectFn<T> f, T x) {
        return new GradientAssert(Question.of(f, x));
    }

    /** Starts an assertion about a gradient at a point. */
    public static <T, U> GradientAssert assertThatGradient(ObjectFn2<T, U> f, T x, U y) {
        return new GradientAssert(Question.of(f, x, y));
    }

    /** Starts an assertion about a gradient at a point. */
    public static <T, U, V> GradientAssert assertThatGradient(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return new GradientAssert(Question.of(f, x, y, z));
    }

    /** Starts an assertion about a gradient at a point. */
    public static <T, U, V, W> GradientAssert assertThatGradient(ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return new GradientAssert(Question.of(f, x, y, z, w));
    }

    /** Starts an assertion about the gradient of a function, at a point that follows. */
    public static At<Double> assertThatGradient(DoubleFn f) {
        return x -> new GradientAssert(Question.of(f, x));
    }

    /** Starts an assertion about the gradient of a function, at a point that follows. */
    public static At<double[]> assertThatGradient(DoubleArrayFn f) {
        return x -> new GradientAssert(Question.of(f, x));
    }

    /** Starts an assertion about the gradient of a function, at a point that follows. */
    public static <T> At<T> assertThatGradient(ObjectFn<T> f) {
        return x -> new GradientAssert(Question.of(f, x));
    }

    /**
     * A function that lacks a point.
     *
     * @param <T> the type of the point
     */
    @FunctionalInterface
    public interface At<T> {

        /** Says at which point. */
        GradientAssert at(T x);
    }
}
