package dev.fluxion;

import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;

/**
 * Gradients of ordinary Java methods and lambdas. One static import is enough to start:
 *
 * <pre>{@code
 * import static dev.fluxion.Fluxion.*;
 *
 * gradient(x -> 5 * x + 3, 10);                                  // 5.0
 * gradient((x, y) -> x * y, 2.0, 3.0);                           // Gradients2[first=3.0, second=2.0]
 * DoubleFn df = derivative(x -> Math.sin(x));                    // compiled once, then as fast as by hand
 * double[] g = gradient(w -> rosenbrock(w), new double[] {1, 2});
 * var vg = withGradient(w -> loss(w), w);                        // vg.value(), vg.gradient()
 * }</pre>
 *
 * <p>Each method makes the derivative of the method behind the function given, the first time, and remembers it. For
 * hot loops keep what {@code gradient(f)} returns. Everything that is wrong with a function is said when its derivative
 * is made, by a {@link NotDifferentiableException} with all reasons. NaN and infinities are values, not errors.
 *
 * <p>A lambda given alone needs the types of its parameters, {@code gradient((double[] w) -> loss(w))}, because Java
 * cannot tell otherwise which function it is; with a point beside it, it does not.
 *
 * <p>The methods use a {@link Differentiator} with default settings; {@link #builder} and {@link #using} make others.
 */
@SuppressWarnings("overloads") // a lambda without parameter types is refused by javac; docs/decisions/0020-facade.md
public final class Fluxion {

    private static final Differentiator DEFAULT = new Differentiator.Builder().build();

    private Fluxion() {}

    /**
     * Returns the derivative of a function of one double at a point.
     *
     * <pre>{@code
     * gradient(x -> 5 * x + 3, 10);               // 5.0
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static double gradient(DoubleFn f, double x) {
        return DEFAULT.gradient(f, x);
    }

    /**
     * Returns the partial derivatives of a function of two doubles at a point.
     *
     * <pre>{@code
     * gradient((x, y) -> x * y, 2.0, 3.0);        // Gradients2[first=3.0, second=2.0]
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Gradients2 gradient(DoubleFn2 f, double x, double y) {
        return DEFAULT.gradient(f, x, y);
    }

    /**
     * Returns the partial derivatives of a function of three doubles at a point.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Gradients3 gradient(DoubleFn3 f, double x, double y, double z) {
        return DEFAULT.gradient(f, x, y, z);
    }

    /**
     * Returns the partial derivatives of a function of four doubles at a point.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Gradients4 gradient(DoubleFn4 f, double x, double y, double z, double w) {
        return DEFAULT.gradient(f, x, y, z, w);
    }

    /**
     * Returns the gradient, an array of the argument's length, of a function of an array of doubles at a point.
     *
     * <pre>{@code
     * gradient(w -> w[0] * w[1], new double[] {2, 3});   // {3, 2}
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an array is null
     */
    public static double[] gradient(DoubleArrayFn f, double[] x) {
        return DEFAULT.gradient(f, x);
    }

    /**
     * Returns the gradients, arrays of the arguments' lengths, of a function of two arrays of doubles at a point.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an array is null
     */
    public static ArrayGradients2 gradient(DoubleArrayFn2 f, double[] x, double[] y) {
        return DEFAULT.gradient(f, x, y);
    }

    /**
     * Returns the gradients, arrays of the arguments' lengths, of a function of three arrays of doubles at a point.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an array is null
     */
    public static ArrayGradients3 gradient(DoubleArrayFn3 f, double[] x, double[] y, double[] z) {
        return DEFAULT.gradient(f, x, y, z);
    }

    /**
     * Returns the gradient, an array of the argument's length, of a function of an array of floats at a point.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an array is null
     */
    public static float[] gradient(FloatArrayFn f, float[] x) {
        return DEFAULT.gradient(f, x);
    }

    /**
     * Returns the compiled gradient of a function of one double, for use at many points.
     *
     * <p>A lambda needs the types of its parameters here: {@code gradient((double x) -> x * x)}.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static DoubleGradient gradient(DoubleFn f) {
        return DEFAULT.gradient(f);
    }

    /**
     * Returns the compiled gradient of a function of two doubles, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static DoubleGradient2 gradient(DoubleFn2 f) {
        return DEFAULT.gradient(f);
    }

    /**
     * Returns the compiled gradient of a function of three doubles, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static DoubleGradient3 gradient(DoubleFn3 f) {
        return DEFAULT.gradient(f);
    }

    /**
     * Returns the compiled gradient of a function of four doubles, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static DoubleGradient4 gradient(DoubleFn4 f) {
        return DEFAULT.gradient(f);
    }

    /**
     * Returns the compiled gradient of a function of an array of doubles, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static DoubleArrayGradient gradient(DoubleArrayFn f) {
        return DEFAULT.gradient(f);
    }

    /**
     * Returns the compiled gradient of a function of two arrays of doubles, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static DoubleArrayGradient2 gradient(DoubleArrayFn2 f) {
        return DEFAULT.gradient(f);
    }

    /**
     * Returns the compiled gradient of a function of three arrays of doubles, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static DoubleArrayGradient3 gradient(DoubleArrayFn3 f) {
        return DEFAULT.gradient(f);
    }

    /**
     * Returns the compiled gradient of a function of an array of floats, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static FloatArrayGradient gradient(FloatArrayFn f) {
        return DEFAULT.gradient(f);
    }

    /**
     * Returns the compiled gradient of a static method found by reflection.
     *
     * @throws NotDifferentiableException if the method takes anything but doubles or one array of doubles, does not
     *     return a double, is not static, or has no derivative that can be made
     */
    public static MethodGradient gradient(Method method) {
        return DEFAULT.gradient(method);
    }

    /**
     * Returns the compiled gradient of a method found by reflection, on an object.
     *
     * @param receiver the object to call the method on; null for a static method
     * @throws NotDifferentiableException as of {@link #gradient(Method)}
     */
    public static MethodGradient gradient(Method method, @Nullable Object receiver) {
        return DEFAULT.gradient(method, receiver);
    }

    /**
     * Returns the derivative of a function, as a function: compiled once, and itself differentiable to any depth.
     *
     * <pre>{@code
     * derivative(derivative(x -> x * x * x)).applyAsDouble(2.0);    // 12.0
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static DoubleFn derivative(DoubleFn f) {
        return DEFAULT.derivative(f);
    }

    /**
     * Returns the value and the derivative of a function of one double at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static ValueAndGradient<Double> withGradient(DoubleFn f, double x) {
        return DEFAULT.withGradient(f, x);
    }

    /**
     * Returns the value and the partial derivatives of a function of two doubles at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static ValueAndGradient<Gradients2> withGradient(DoubleFn2 f, double x, double y) {
        return DEFAULT.withGradient(f, x, y);
    }

    /**
     * Returns the value and the partial derivatives of a function of three doubles at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static ValueAndGradient<Gradients3> withGradient(DoubleFn3 f, double x, double y, double z) {
        return DEFAULT.withGradient(f, x, y, z);
    }

    /**
     * Returns the value and the partial derivatives of a function of four doubles at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static ValueAndGradient<Gradients4> withGradient(DoubleFn4 f, double x, double y, double z, double w) {
        return DEFAULT.withGradient(f, x, y, z, w);
    }

    /**
     * Returns the value and the gradient of a function of an array of doubles at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an array is null
     */
    public static ValueAndGradient<double[]> withGradient(DoubleArrayFn f, double[] x) {
        return DEFAULT.withGradient(f, x);
    }

    /**
     * Returns the value and the gradients of a function of two arrays of doubles at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an array is null
     */
    public static ValueAndGradient<ArrayGradients2> withGradient(DoubleArrayFn2 f, double[] x, double[] y) {
        return DEFAULT.withGradient(f, x, y);
    }

    /**
     * Returns the value and the gradients of a function of three arrays of doubles at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an array is null
     */
    public static ValueAndGradient<ArrayGradients3> withGradient(DoubleArrayFn3 f, double[] x, double[] y, double[] z) {
        return DEFAULT.withGradient(f, x, y, z);
    }

    /**
     * Returns the value and the gradient of a function of an array of floats at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an array is null
     */
    public static ValueAndGradient<float[]> withGradient(FloatArrayFn f, float[] x) {
        return DEFAULT.withGradient(f, x);
    }

    /**
     * Returns how the gradient of a function of one double is made: where it is, its IR, its gradient's IR and code.
     *
     * <pre>{@code
     * System.out.println(explain((double x) -> 5 * x + 3));         // the gradient is the constant 5.0
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Explanation explain(DoubleFn f) {
        return DEFAULT.explain(f);
    }

    /**
     * Returns how the gradient of a function of two doubles is made: where it is, its IR, its gradient's IR and code.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Explanation explain(DoubleFn2 f) {
        return DEFAULT.explain(f);
    }

    /**
     * Returns how the gradient of a function of three doubles is made: where it is, its IR, its gradient's IR and code.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Explanation explain(DoubleFn3 f) {
        return DEFAULT.explain(f);
    }

    /**
     * Returns how the gradient of a function of four doubles is made: where it is, its IR, its gradient's IR and code.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Explanation explain(DoubleFn4 f) {
        return DEFAULT.explain(f);
    }

    /**
     * Returns how the gradient of a function of an array of doubles is made: where it is, its IR, its gradient's IR and
     * code.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Explanation explain(DoubleArrayFn f) {
        return DEFAULT.explain(f);
    }

    /**
     * Returns how the gradient of a function of two arrays of doubles is made: where it is, its IR, its gradient's IR
     * and code.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Explanation explain(DoubleArrayFn2 f) {
        return DEFAULT.explain(f);
    }

    /**
     * Returns how the gradient of a function of three arrays of doubles is made: where it is, its IR, its gradient's IR
     * and code.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Explanation explain(DoubleArrayFn3 f) {
        return DEFAULT.explain(f);
    }

    /**
     * Returns how the gradient of a function of an array of floats is made: where it is, its IR, its gradient's IR and
     * code.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Explanation explain(FloatArrayFn f) {
        return DEFAULT.explain(f);
    }

    /**
     * As {@link #explain(DoubleFn)}, for a lambda without parameter types: the point only says what it takes.
     *
     * <pre>{@code
     * System.out.println(explain(x -> 5 * x + 3, 10));         // the gradient is the constant 5.0
     * }</pre>
     */
    public static Explanation explain(DoubleFn f, double x) {
        return DEFAULT.explain(f);
    }

    /** As {@link #explain(DoubleFn2)}, for a lambda without parameter types: the point only says what it takes. */
    public static Explanation explain(DoubleFn2 f, double x, double y) {
        return DEFAULT.explain(f);
    }

    /** As {@link #explain(DoubleFn3)}, for a lambda without parameter types: the point only says what it takes. */
    public static Explanation explain(DoubleFn3 f, double x, double y, double z) {
        return DEFAULT.explain(f);
    }

    /** As {@link #explain(DoubleFn4)}, for a lambda without parameter types: the point only says what it takes. */
    public static Explanation explain(DoubleFn4 f, double x, double y, double z, double w) {
        return DEFAULT.explain(f);
    }

    /** As {@link #explain(DoubleArrayFn)}, for a lambda without parameter types: the point only says what it takes. */
    public static Explanation explain(DoubleArrayFn f, double[] x) {
        return DEFAULT.explain(f);
    }

    /** As {@link #explain(DoubleArrayFn2)}, for a lambda without parameter types: the point only says what it takes. */
    public static Explanation explain(DoubleArrayFn2 f, double[] x, double[] y) {
        return DEFAULT.explain(f);
    }

    /** As {@link #explain(DoubleArrayFn3)}, for a lambda without parameter types: the point only says what it takes. */
    public static Explanation explain(DoubleArrayFn3 f, double[] x, double[] y, double[] z) {
        return DEFAULT.explain(f);
    }

    /** As {@link #explain(FloatArrayFn)}, for a lambda without parameter types: the point only says what it takes. */
    public static Explanation explain(FloatArrayFn f, float[] x) {
        return DEFAULT.explain(f);
    }

    /**
     * Returns how the gradient of a static method is made.
     *
     * @throws NotDifferentiableException as of {@link #gradient(Method)}
     */
    public static Explanation explain(Method method) {
        return DEFAULT.explain(method);
    }

    /**
     * Returns how the gradient of a method on an object is made.
     *
     * @param receiver the object to call the method on; null for a static method
     * @throws NotDifferentiableException as of {@link #gradient(Method)}
     */
    public static Explanation explain(Method method, @Nullable Object receiver) {
        return DEFAULT.explain(method, receiver);
    }

    /**
     * Returns whether the code that asks is running inside a derivative: false in a plain run, true when the same code
     * has been differentiated.
     */
    public static boolean isDifferentiating() {
        return false;
    }

    /**
     * Returns a differentiator that uses a backend.
     *
     * @param backend the backend's name, such as {@code cpu}
     * @throws NotDifferentiableException if there is no such backend, or no engine
     */
    public static Differentiator using(String backend) {
        return builder().backend(backend).build();
    }

    /** Returns a builder of a differentiator with other than default settings. */
    public static Differentiator.Builder builder() {
        return new Differentiator.Builder();
    }
}
