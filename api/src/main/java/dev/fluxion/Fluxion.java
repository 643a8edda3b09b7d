package dev.fluxion;

import dev.fluxion.control.Condition;
import dev.fluxion.control.ConstantCopy;
import dev.fluxion.control.KnownOrders;
import dev.fluxion.control.Revolve;
import dev.fluxion.control.Step;
import dev.fluxion.derivative.AuxiliaryFn;
import dev.fluxion.derivative.DirectionalDerivative;
import dev.fluxion.derivative.Hessian;
import dev.fluxion.derivative.Jacobian;
import dev.fluxion.derivative.Pullback;
import dev.fluxion.derivative.Pullback2;
import dev.fluxion.derivative.Pullback3;
import dev.fluxion.derivative.Pushforward;
import dev.fluxion.derivative.ValueAndJacobian;
import dev.fluxion.derivative.ValueAndTangent;
import dev.fluxion.derivative.ValueGradientAndAuxiliary;
import dev.fluxion.derivative.VectorPullback;
import dev.fluxion.derivative.VectorPushforward;
import dev.fluxion.derivative.sparse.SparseHessian;
import dev.fluxion.derivative.sparse.SparseJacobian;
import dev.fluxion.derivative.sparse.SparseMatrix;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.params.Gradients;
import dev.fluxion.params.Jacobians;
import dev.fluxion.params.Params;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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

    private static final int ORDERS_OF_IMPLICIT = 5;

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
     * Returns the gradient of a function of an object at a point, to be asked by field.
     *
     * <pre>{@code
     * Tangent t = gradient(n -> n.loss(data), network);
     * t.doubles("bias");
     * }</pre>
     *
     * <p>Records and arrays have gradients of their own type.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an argument is null
     */
    public static <T> Tangent gradient(ObjectFn<T> f, T x) {
        return DEFAULT.gradient(f, x);
    }

    /**
     * Returns the gradient of a function of a record at a point: a record of the same type. Components that are not
     * differentiable are carried over.
     *
     * <pre>{@code
     * record Params(double[] weights, double scale, String name) {}
     * Params g = gradient(p -> p.scale() * p.weights()[0], params);   // g.name() is params.name()
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <R extends Record> R gradient(ObjectFn<R> f, R x) {
        return DEFAULT.gradient(f, x);
    }

    /**
     * Returns the gradient of a function of an array of arrays, or of other things, at a point: an array of the same
     * type and shape.
     *
     * <pre>{@code
     * double[][] g = gradient(w -> w[0][0] * w[1][1], new double[][] {{2, 3}, {5, 7}});    // {{7, 0}, {0, 2}}
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <E> E[] gradient(ObjectFn<E[]> f, E[] x) {
        return DEFAULT.gradient(f, x);
    }

    /**
     * Returns the gradient of a function of a list at a point: a list of the same length, of numbers, arrays, records,
     * lists, maps, as they were in the argument. Elements that are not differentiable are carried over.
     *
     * <pre>{@code
     * List<Double> g = gradient(w -> w.get(0) * w.get(1), List.of(2.0, 3.0));              // [3.0, 2.0]
     * List<Layer> h = gradient(net -> loss(net, data), layers);                            // Layer: a record
     * }</pre>
     *
     * <p>It is of the argument's class, or an ordinary list where that has no name, as with {@code List.of}; deques
     * have deques. Sets of numbers have no gradient of their own type.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <C extends Collection<?>> C gradient(ObjectFn<C> f, C x) {
        return DEFAULT.gradient(f, x);
    }

    /**
     * Returns the gradient of a function of a map at a point: a map with the same keys in the same order, with the
     * gradients in its values. Keys are constants. A sorted map has a gradient sorted by the same comparator.
     *
     * <pre>{@code
     * Map<String, Double> g = gradient(m -> m.get("a") * 2, Map.of("a", 1.0));             // {a=2.0}
     * }</pre>
     *
     * <p>It is of the argument's class or one that extends it, or an ordinary map where that has no name, as with
     * {@code Map.of}.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <M extends Map<?, ?>> M gradient(ObjectFn<M> f, M x) {
        return DEFAULT.gradient(f, x);
    }

    /**
     * Returns the derivative of a function of a boxed number.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if the number is null
     */
    public static Double gradient(ObjectFn<Double> f, Double x) {
        return DEFAULT.gradient(f, x);
    }

    /**
     * Returns the gradients of a function of two arguments of any kind, each of the type of its argument.
     *
     * <pre>{@code
     * var g = gradient((p, x) -> p.scale() * x, params, 2.0);     // g.first() is a Params, g.second() a Double
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <T, U> ObjectGradients2<T, U> gradient(ObjectFn2<T, U> f, T x, U y) {
        return DEFAULT.gradient(f, x, y);
    }

    /**
     * Returns the gradients of a function of three arguments of any kind, each of the type of its argument.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <T, U, V> ObjectGradients3<T, U, V> gradient(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return DEFAULT.gradient(f, x, y, z);
    }

    /**
     * Returns the gradients of a function of four arguments of any kind, each of the type of its argument.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <T, U, V, W> ObjectGradients4<T, U, V, W> gradient(ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return DEFAULT.gradient(f, x, y, z, w);
    }

    /**
     * Returns the gradient of a function of an object, a record or an array at a point, to be asked by field or index.
     * Every argument has one, also those whose type cannot carry a gradient.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an argument is null
     */
    public static <T> Tangent gradientAsTangent(ObjectFn<T> f, T x) {
        return DEFAULT.gradientAsTangent(f, x);
    }

    /**
     * Returns the gradients of a function of two arguments of any kind, by index of the argument: {@code t.tangent(0)},
     * {@code t.number(1)}.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an argument is null
     */
    public static <T, U> Tangent gradientAsTangent(ObjectFn2<T, U> f, T x, U y) {
        return DEFAULT.gradientAsTangent(f, x, y);
    }

    /**
     * Returns the gradients of a function of three arguments of any kind, by index of the argument: {@code
     * t.tangent(0)}, {@code t.number(1)}.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an argument is null
     */
    public static <T, U, V> Tangent gradientAsTangent(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return DEFAULT.gradientAsTangent(f, x, y, z);
    }

    /**
     * Returns the gradients of a function of four arguments of any kind, by index of the argument: {@code
     * t.tangent(0)}, {@code t.number(1)}.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an argument is null
     */
    public static <T, U, V, W> Tangent gradientAsTangent(ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return DEFAULT.gradientAsTangent(f, x, y, z, w);
    }

    /**
     * Returns the compiled gradient of a function of an object, a record, an array of arrays and so on, for use at many
     * points.
     *
     * <p>A lambda needs the types of its parameters here: {@code objectGradient((Params p) -> p.scale())}.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <T> ObjectGradient<T> objectGradient(ObjectFn<T> f) {
        return DEFAULT.objectGradient(f);
    }

    /**
     * Returns the compiled gradient of a function of two arguments of any kind, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <T, U> ObjectGradient2<T, U> objectGradient(ObjectFn2<T, U> f) {
        return DEFAULT.objectGradient(f);
    }

    /**
     * Returns the compiled gradient of a function of three arguments of any kind, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <T, U, V> ObjectGradient3<T, U, V> objectGradient(ObjectFn3<T, U, V> f) {
        return DEFAULT.objectGradient(f);
    }

    /**
     * Returns the compiled gradient of a function of four arguments of any kind, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <T, U, V, W> ObjectGradient4<T, U, V, W> objectGradient(ObjectFn4<T, U, V, W> f) {
        return DEFAULT.objectGradient(f);
    }

    /**
     * Returns the gradient of a function in what it has captured, by the names of the variables.
     *
     * <pre>{@code
     * double a = 4;
     * Tangent t = gradientOfCaptured(() -> a * a + bias[0]);       // t.number("a"), t.doubles("bias")
     * }</pre>
     *
     * <p>What a lambda uses of the object around it is under {@code this}. An object of a class that implements the
     * function has its fields as captured values.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Tangent gradientOfCaptured(DoubleFn0 f) {
        return DEFAULT.gradientOfCaptured(f);
    }

    /**
     * Returns value and gradient of a function that gives something besides, and that too, from one run of it.
     *
     * <pre>{@code
     * var all = withAuxiliary(w -> { double[] p = predicted(w); return new Auxiliary<>(loss(p), p); }, w);
     * all.gradient(); all.auxiliary();                 // the gradient of the loss, and the predictions
     * }</pre>
     *
     * @param x an array, record, list, map or boxed number
     * @param <T> the type of the argument, and of the gradient
     * @param <A> the type of what the function gives besides
     * @throws NotDifferentiableException if the function has no derivative that can be made, or the argument is null or
     *     cannot carry its gradient
     */
    public static <T, A> ValueGradientAndAuxiliary<T, A> withAuxiliary(AuxiliaryFn<T, A> f, T x) {
        return DEFAULT.withAuxiliary(f, x);
    }

    /**
     * Returns the gradients of a function in parameters that it reaches by itself: through what it has captured,
     * fields, static fields, collections. Parameters are known by their identity; everything else is a constant.
     *
     * <pre>{@code
     * Gradients gs = gradient(() -> loss(w, b), Params.of(w, b));
     * double[][] wBar = gs.of(w);
     * }</pre>
     *
     * @param params the parameters, as they are before the function runs
     * @throws NotDifferentiableException if the function has no derivative that can be made, or a parameter leads to no
     *     number
     */
    public static Gradients gradient(DoubleFn0 f, Params params) {
        return DEFAULT.gradient(f, params);
    }

    /**
     * Returns the value of a function, and its gradients as {@link #gradient(DoubleFn0, Params)}.
     *
     * @throws NotDifferentiableException as there
     */
    public static ValueAndGradient<Gradients> withGradient(DoubleFn0 f, Params params) {
        return DEFAULT.withGradient(f, params);
    }

    /**
     * Returns the Jacobians of a function in parameters that it reaches by itself, as {@link #gradient(DoubleFn0,
     * Params)}: matrices with a row for each result.
     *
     * <p>The function runs once for each result and once more, so it should not change what it finds.
     *
     * @param params arrays of numbers, or of such arrays
     * @throws NotDifferentiableException as there
     * @throws UnsupportedOperationException if a parameter is something else
     */
    public static Jacobians jacobian(VectorFn0 f, Params params) {
        return DEFAULT.jacobian(f, params);
    }

    /**
     * As {@link #gradientOfCaptured(DoubleFn0)}, of a function that takes arguments as well.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Tangent gradientOfCaptured(DoubleFn f, double x) {
        return DEFAULT.gradientOfCaptured(f, x);
    }

    /**
     * As {@link #gradientOfCaptured(DoubleFn0)}, of a function that takes arguments as well.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Tangent gradientOfCaptured(DoubleFn2 f, double x, double y) {
        return DEFAULT.gradientOfCaptured(f, x, y);
    }

    /**
     * As {@link #gradientOfCaptured(DoubleFn0)}, of a function that takes arguments as well.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an argument is null
     */
    public static <T> Tangent gradientOfCaptured(ObjectFn<T> f, T x) {
        return DEFAULT.gradientOfCaptured(f, x);
    }

    /**
     * As {@link #gradientOfCaptured(DoubleFn0)}, of a function that takes arguments as well.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an argument is null
     */
    public static <T, U> Tangent gradientOfCaptured(ObjectFn2<T, U> f, T x, U y) {
        return DEFAULT.gradientOfCaptured(f, x, y);
    }

    /**
     * Returns the value and the gradient of a function of an object, to be asked by field, at a point, with one forward
     * sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or if an argument is null
     */
    public static <T> ValueAndGradient<Tangent> withGradient(ObjectFn<T> f, T x) {
        return DEFAULT.withGradient(f, x);
    }

    /**
     * Returns the value and the gradient of a function of a record, of its type, at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <R extends Record> ValueAndGradient<R> withGradient(ObjectFn<R> f, R x) {
        return DEFAULT.withGradient(f, x);
    }

    /**
     * Returns the value and the gradient of a function of an array of arrays, or of other things, of its type and
     * shape, at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <E> ValueAndGradient<E[]> withGradient(ObjectFn<E[]> f, E[] x) {
        return DEFAULT.withGradient(f, x);
    }

    /**
     * Returns the value of a function of a list at a point and its gradient, as {@link #gradient(ObjectFn,
     * Collection)}.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient
     */
    public static <C extends Collection<?>> ValueAndGradient<C> withGradient(ObjectFn<C> f, C x) {
        return DEFAULT.withGradient(f, x);
    }

    /**
     * Returns the value of a function of a map at a point and its gradient, as {@link #gradient(ObjectFn, Map)}.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient
     */
    public static <M extends Map<?, ?>> ValueAndGradient<M> withGradient(ObjectFn<M> f, M x) {
        return DEFAULT.withGradient(f, x);
    }

    /**
     * Returns the value and the gradient of a function of a boxed number at a point, with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static ValueAndGradient<Double> withGradient(ObjectFn<Double> f, Double x) {
        return DEFAULT.withGradient(f, x);
    }

    /**
     * Returns the value and the gradients of a function of two arguments of any kind, each of its argument's type, with
     * one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <T, U> ValueAndGradient<ObjectGradients2<T, U>> withGradient(ObjectFn2<T, U> f, T x, U y) {
        return DEFAULT.withGradient(f, x, y);
    }

    /**
     * Returns the value and the gradients of a function of three arguments of any kind, each of its argument's type,
     * with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <T, U, V> ValueAndGradient<ObjectGradients3<T, U, V>> withGradient(
            ObjectFn3<T, U, V> f, T x, U y, V z) {
        return DEFAULT.withGradient(f, x, y, z);
    }

    /**
     * Returns the value and the gradients of a function of four arguments of any kind, each of its argument's type,
     * with one forward sweep.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, if an argument is null, or
     *     if its type cannot carry its gradient: {@link #gradientAsTangent} has it then
     */
    public static <T, U, V, W> ValueAndGradient<ObjectGradients4<T, U, V, W>> withGradient(
            ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return DEFAULT.withGradient(f, x, y, z, w);
    }

    /**
     * Returns how the gradient of a function of an argument of any kind is made; the point only says what it takes.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <T> Explanation explain(ObjectFn<T> f, T x) {
        return DEFAULT.explain(f, x);
    }

    /**
     * Returns how the gradient of a function of two arguments of any kind is made; the point only says what it takes.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <T, U> Explanation explain(ObjectFn2<T, U> f, T x, U y) {
        return DEFAULT.explain(f, x, y);
    }

    /**
     * Returns how the gradient of a function of three arguments of any kind is made; the point only says what it takes.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <T, U, V> Explanation explain(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return DEFAULT.explain(f, x, y, z);
    }

    /**
     * Returns how the gradient of a function of four arguments of any kind is made; the point only says what it takes.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <T, U, V, W> Explanation explain(ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return DEFAULT.explain(f, x, y, z, w);
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
     * Returns a function's value, and its derivative in a direction, at a point: forward mode.
     *
     * <pre>{@code
     * jvp(x -> x * x, 3.0, 1.0);                  // ValueAndTangent[value=9.0, tangent=6.0]
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static ValueAndTangent<Double> jvp(DoubleFn f, double x, double direction) {
        return DEFAULT.jvp(f, x, direction);
    }

    /**
     * Returns a function's value, and its derivative in a direction, at a point: the Jacobian times a vector, by
     * forward mode. The derivative has the type and shape of the value.
     *
     * <pre>{@code
     * jvp(x -> new double[] {x[0] * x[1], x[0]}, new double[] {2, 3}, new double[] {1, 0});    // value {6, 2}, tangent {3, 1}
     * }</pre>
     *
     * @param direction of the type and shape of the point
     * @throws NotDifferentiableException if the function has no derivative that can be made, or the direction does not
     *     fit the point
     */
    public static <X, R> ValueAndTangent<R> jvp(Fn<X, R> f, X x, X direction) {
        return DEFAULT.jvp(f, x, direction);
    }

    /**
     * Returns the derivative of a function of one double at a point, as a function of the direction.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Pushforward<Double, Double> pushforward(DoubleFn f, double x) {
        return DEFAULT.pushforward(f, x);
    }

    /**
     * Returns the derivative of a function at a point, as a function of the direction: forward mode.
     *
     * <pre>{@code
     * Pushforward<double[], Double> push = pushforward(x -> x[0] * x[1], new double[] {2, 3});
     * push.apply(new double[] {1, 0});            // 3.0
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <X, R> Pushforward<X, R> pushforward(Fn<X, R> f, X x) {
        return DEFAULT.pushforward(f, x);
    }

    /**
     * Returns the compiled derivative of a function from an array to an array in a direction, for use at many points
     * and in many directions: forward mode.
     *
     * <pre>{@code
     * VectorPushforward push = pushforward((double[] x) -> new double[] {x[0] * x[1], x[0]});
     * push.into(x, direction, out);               // the value; out takes the derivative
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static VectorPushforward pushforward(VectorFn f) {
        return DEFAULT.pushforward(f);
    }

    /**
     * Returns the compiled derivative of a function of an array of doubles in a direction, for use at many points and
     * in many directions: forward mode.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static DirectionalDerivative pushforward(DoubleArrayFn f) {
        return DEFAULT.pushforward(f);
    }

    /**
     * Returns the value of a function of one double, and its derivative as a function of the cotangent.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Pullback<Double, Double> pullback(DoubleFn f, double x) {
        return DEFAULT.pullback(f, x);
    }

    /**
     * Returns the value of a function, and its derivative backwards: reverse mode. The function runs once, its pullback
     * may be applied any number of times.
     *
     * <pre>{@code
     * Pullback<double[], double[]> pb = pullback(x -> new double[] {x[0] * x[1], x[0]}, new double[] {2, 3});
     * pb.value();                                 // {6, 2}
     * pb.apply(new double[] {1, 0});              // {3, 2}
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static <X, R> Pullback<X, R> pullback(Fn<X, R> f, X x) {
        return DEFAULT.pullback(f, x);
    }

    /**
     * Returns the value of a function of two arguments, and its derivative backwards.
     *
     * <pre>{@code
     * Pullback2<double[], Double, double[]> pb = pullback((x, by) -> scaled(x, by), new double[] {2, 3}, 4.0);
     * pb.apply(new double[] {1, 0});                 // Gradients[first={4, 0}, second=2.0]
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or an argument is null
     */
    public static <X, Y, R> Pullback2<X, Y, R> pullback(Fn2<X, Y, R> f, X x, Y y) {
        return DEFAULT.pullback(f, x, y);
    }

    /**
     * Returns the value of a function of three arguments, and its derivative backwards.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or an argument is null
     */
    public static <X, Y, Z, R> Pullback3<X, Y, Z, R> pullback(Fn3<X, Y, Z, R> f, X x, Y y, Z z) {
        return DEFAULT.pullback(f, x, y, z);
    }

    /**
     * Returns the compiled derivative of a function from an array to an array backwards, for use at many points and
     * with many cotangents: reverse mode.
     *
     * <pre>{@code
     * VectorPullback pb = pullback((double[] x) -> new double[] {x[0] * x[1], x[0]});
     * pb.into(x, cotangent, out);                 // the value; out takes the gradient
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static VectorPullback pullback(VectorFn f) {
        return DEFAULT.pullback(f);
    }

    /**
     * Returns the Jacobian of a function from an array to an array: a row for each element of the value, with a column
     * for each element of the argument.
     *
     * <pre>{@code
     * jacobian(x -> new double[] {x[0] * x[1], Math.sin(x[0])}, new double[] {0, 3});      // {{3, 0}, {1, 0}}
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or the array is null
     */
    public static double[][] jacobian(VectorFn f, double[] x) {
        return DEFAULT.jacobian(f, x);
    }

    /**
     * Returns the value of a function from an array to an array, and its Jacobian.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or the array is null
     */
    public static ValueAndJacobian withJacobian(VectorFn f, double[] x) {
        return DEFAULT.withJacobian(f, x);
    }

    /**
     * Returns the compiled Jacobian of a function from an array to an array, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Jacobian jacobian(VectorFn f) {
        return DEFAULT.jacobian(f);
    }

    /**
     * Returns the Jacobian of a function from an array to an array, of which most elements are zero: which they are is
     * found out, and columns without a row in common are computed together.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or the array is null
     */
    public static SparseMatrix sparseJacobian(VectorFn f, double[] x) {
        return DEFAULT.sparseJacobian(f, x);
    }

    /**
     * Returns the compiled sparse Jacobian of a function from an array to an array, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static SparseJacobian sparseJacobian(VectorFn f) {
        return DEFAULT.sparseJacobian(f);
    }

    /**
     * Returns the Hessian of a function of an array of doubles, of which most elements are zero: which they are is
     * found out, and columns are computed together as far as its symmetry allows to tell them apart.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or the array is null
     */
    public static SparseMatrix sparseHessian(DoubleArrayFn f, double[] x) {
        return DEFAULT.sparseHessian(f, x);
    }

    /**
     * Returns the compiled sparse Hessian of a function of an array of doubles, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static SparseHessian sparseHessian(DoubleArrayFn f) {
        return DEFAULT.sparseHessian(f);
    }

    /**
     * Returns the second derivative of a function of one double at a point.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static double hessian(DoubleFn f, double x) {
        return DEFAULT.hessian(f, x);
    }

    /**
     * Returns the second derivatives of a function of an array of doubles at a point: the gradient, differentiated in
     * forward mode. The matrix is symmetric up to rounding.
     *
     * <pre>{@code
     * hessian(x -> x[0] * x[0] * x[1], new double[] {2, 3});       // {{6, 4}, {4, 0}}
     * }</pre>
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or the array is null
     */
    public static double[][] hessian(DoubleArrayFn f, double[] x) {
        return DEFAULT.hessian(f, x);
    }

    /**
     * Returns the Hessian at a point times a vector, at the cost of about two gradients.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, an array is null, or the
     *     vector is not of the length of the point
     */
    public static double[] hessianVectorProduct(DoubleArrayFn f, double[] x, double[] v) {
        return DEFAULT.hessianVectorProduct(f, x, v);
    }

    /**
     * Returns the diagonal of the Hessian at a point.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made, or the array is null
     */
    public static double[] diagonalHessian(DoubleArrayFn f, double[] x) {
        return DEFAULT.diagonalHessian(f, x);
    }

    /**
     * Returns the compiled Hessian of a function of an array of doubles, for use at many points.
     *
     * @throws NotDifferentiableException if the function has no derivative that can be made
     */
    public static Hessian hessian(DoubleArrayFn f) {
        return DEFAULT.hessian(f);
    }

    /**
     * Returns whether the code that asks is running inside a derivative: false in a plain run, true when the same code
     * has been differentiated.
     */
    public static boolean isDifferentiating() {
        return false;
    }

    /**
     * Returns a number; as far as derivatives go, it is a constant.
     *
     * <pre>{@code
     * gradient(x -> x * stopGradient(x), 3);        // 3.0: the second factor does not count
     * }</pre>
     */
    public static double stopGradient(double x) {
        return x;
    }

    /**
     * Returns a copy of an array, in a plain run as in a derivative; as far as derivatives go, its numbers are
     * constants. The array itself stays what it is, under all of its names.
     */
    public static double[] stopGradient(double[] x) {
        return x.clone();
    }

    /**
     * Returns a copy of what numbers are in, in a plain run as in a derivative; as far as derivatives go, its numbers
     * are constants. Boxes, arrays, records, lists and maps can be copied, one in the other; a list becomes an {@link
     * java.util.ArrayList}, a map a {@link java.util.LinkedHashMap}, and keys stay what they are.
     *
     * @throws IllegalArgumentException for an object of another class
     */
    @SuppressWarnings("unchecked") // a copy is of the same type
    public static <T> T stopGradient(T x) {
        return (T) Objects.requireNonNull(ConstantCopy.of(Objects.requireNonNull(x, "x")));
    }

    /**
     * Runs code that is not differentiated, and returns its number, a constant. {@link #isDifferentiating} is false in
     * it.
     *
     * <pre>{@code
     * gradient(x -> { double y = ignoreDerivatives(() -> slow(x)); return x * y; }, 1);       // slow(1)
     * }</pre>
     *
     * <p>The code must not write to what a derivative flows through, such as an array that the function computes with:
     * that is refused where it can be seen.
     */
    public static double ignoreDerivatives(DoubleSupplier code) {
        return code.getAsDouble();
    }

    /**
     * Runs code that is not differentiated, and returns a copy of what it gives, as {@link #stopGradient(Object)} does.
     *
     * @throws IllegalArgumentException if it gives an object that cannot be copied
     */
    public static <T> T ignoreDerivatives(Supplier<T> code) {
        return stopGradient(code.get());
    }

    /** Runs code that is not differentiated, as {@link #ignoreDerivatives(DoubleSupplier)}: printing, counting. */
    public static void ignoreDerivatives(Runnable code) {
        code.run();
    }

    /**
     * Returns a number; when a gradient runs backwards, its cotangent is what the function makes of the one that
     * arrives at this use. Tangents in forward mode go through as they are.
     *
     * <pre>{@code
     * gradient((a, b) -> hook(g -> -g, a) * b, 2.0, 3.0);        // (-3, 2)
     * }</pre>
     */
    public static double hook(DoubleUnaryOperator change, double x) {
        return x;
    }

    /**
     * Returns a copy of an array, in a plain run as in a derivative; the cotangent that arrives at the copy reaches the
     * array as what the function makes of it.
     *
     * @param change takes a cotangent of the array's length, which it may write to, and returns one of that length
     */
    public static double[] hook(UnaryOperator<double[]> change, double[] x) {
        return x.clone();
    }

    /**
     * Returns a number, and prints the cotangent that arrives at this use when a gradient runs backwards: {@code
     * gradient of a: 3.0}, to {@link System#out}.
     *
     * @param name what the number is called
     */
    public static double showGradient(String name, double x) {
        return x;
    }

    /** Returns a copy of an array, and prints the cotangent that arrives at it when a gradient runs backwards. */
    public static double[] showGradient(String name, double[] x) {
        return x.clone();
    }

    /**
     * Returns a function's value, and remembers nothing of how it came about: when a gradient runs backwards, the
     * function runs once more, for each application. Nested, the innermost one runs once more for each level.
     *
     * <pre>{@code
     * gradient(x -> checkpointed(y -> expensive(y), Math.sin(x)), 4);
     * }</pre>
     *
     * <p>It finds arrays and objects that it leads to as they were. What it prints or counts happens each time; it must
     * give the same value each time, and not write to numbers through which a derivative flows. Second derivatives in
     * reverse mode are refused.
     */
    public static double checkpointed(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x);
    }

    /**
     * Returns a function's value for an array, record, list, map or other object, and remembers nothing of how it came
     * about, as {@link #checkpointed(DoubleUnaryOperator, double)}. The value is a number, or an array, record, list or
     * map of numbers.
     */
    public static <X, R> R checkpointed(Function<X, R> f, X x) {
        return f.apply(x);
    }

    /**
     * Runs a loop, and remembers only some of its states: when a gradient runs backwards, the others are computed again
     * from these, by the schedule that needs the fewest steps ({@link Revolve}). How many steps are run again is {@link
     * Revolve#extraSteps}, beside one for each step that is differentiated. Second derivatives in reverse mode are
     * refused.
     *
     * <pre>{@code
     * double[] end = checkpointed(10_000, 20, (state, i) -> advanced(state, dt), start);
     * }</pre>
     *
     * @param steps how many steps the loop has
     * @param states how many states there is room for, that before the first step counted; at least 1. The budget in
     *     bytes is {@code states} times 8 times the length of a state, and what a sixteenth as many steps remember, at
     *     least one
     * @param step gives the next state; it finds what else it reads as it was when the loop began
     * @param state that before the first step, which is left as it is
     * @return the state after the last step
     */
    public static double[] checkpointed(int steps, int states, Step step, double[] state) {
        Revolve.requireStates(states);
        double[] now = state.clone();
        for (int i = 0; i < steps; i++) {
            now = step.apply(now, i);
        }
        return now;
    }

    /**
     * Runs an open-ended loop, and remembers only its first state until a gradient runs backwards; then as {@link
     * #checkpointed(int, int, Step, double[])}: {@link Revolve#forwardSteps} are run again.
     *
     * @param goesOn whether another step is made
     */
    public static double[] checkpointed(Condition goesOn, int states, Step step, double[] state) {
        Revolve.requireStates(states);
        double[] now = state.clone();
        for (int i = 0; goesOn.holds(now, i); i++) {
            now = step.apply(now, i);
        }
        return now;
    }

    /**
     * Returns what a solver finds, and differentiates the condition that it fulfils, not its iterations: with {@code
     * condition(x, y) = 0} at the solution y, its derivative in x is that of the implicit function.
     *
     * <pre>{@code
     * gradient(a -> implicit(b -> bisected(b), (b, y) -> y * y - b, a), 2);       // 1 / (2 sqrt(2))
     * }</pre>
     *
     * <p>There are derivatives up to the fifth, in both modes; higher ones are refused.
     *
     * @param solver finds y for x; it runs as it is, must not write to numbers that a derivative flows through, and may
     *     stop where rounding errors do
     * @param condition of x and y, differentiable at the solution; it may use other numbers, which count
     * @param x where the solution is sought
     * @throws ArithmeticException in a derivative, if that of the condition in y is zero at the solution
     */
    public static double implicit(DoubleUnaryOperator solver, DoubleBinaryOperator condition, double x) {
        double solved = Conditions.solved(solver, x);
        if (!isDifferentiating()) {
            return solved;
        }
        double slope = Conditions.slope(condition, x, solved);
        double y = solved;
        for (int i = 0; i < ORDERS_OF_IMPLICIT; i++) { // chord steps: each makes one more order right
            y -= condition.applyAsDouble(x, y) / slope;
        }
        return solved + (KnownOrders.upToFifth(y) - stopGradient(y));
    }

    /**
     * Returns what a solver of several unknowns finds, and differentiates the conditions that it fulfils, as {@link
     * #implicit(DoubleUnaryOperator, DoubleBinaryOperator, double)}.
     *
     * @param solver finds y for x, which it does not write to
     * @param condition of x and y, as many numbers as there are unknowns, all zero at the solution; it writes to
     *     neither
     * @throws ArithmeticException in a derivative, if the matrix of those of the conditions in y is singular
     */
    public static double[] implicit(UnaryOperator<double[]> solver, BinaryOperator<double[]> condition, double[] x) {
        double[] solved = Conditions.solved(solver, x);
        if (!isDifferentiating()) {
            return solved;
        }
        double[][] inverse = Conditions.inverse(condition, x, solved);
        int n = solved.length;
        double[] y = solved;
        for (int k = 0; k < ORDERS_OF_IMPLICIT; k++) {
            double[] left = condition.apply(x, y);
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                double sum = y[i];
                for (int j = 0; j < n; j++) {
                    sum -= inverse[i][j] * left[j];
                }
                next[i] = sum;
            }
            y = next;
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = solved[i] + (KnownOrders.upToFifth(y[i]) - stopGradient(y[i]));
        }
        return solution;
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
