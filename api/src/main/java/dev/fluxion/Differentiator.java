package dev.fluxion;

import dev.fluxion.derivative.AuxiliaryFn;
import dev.fluxion.derivative.AuxiliaryValue;
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
import dev.fluxion.derivative.sparse.CompressedHessian;
import dev.fluxion.derivative.sparse.SparseHessian;
import dev.fluxion.derivative.sparse.SparseJacobian;
import dev.fluxion.derivative.sparse.SparseMatrix;
import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.params.Component;
import dev.fluxion.params.Gradients;
import dev.fluxion.params.Jacobians;
import dev.fluxion.params.Params;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.sweep.CotangentSweeps;
import dev.fluxion.runtime.sweep.Curvature;
import dev.fluxion.runtime.sweep.CurvatureSweeps;
import dev.fluxion.runtime.sweep.ScalarSweeps;
import dev.fluxion.runtime.sweep.ScalarTangent;
import dev.fluxion.runtime.sweep.VectorCotangent;
import dev.fluxion.runtime.sweep.VectorSweeps;
import dev.fluxion.runtime.sweep.VectorTangent;
import dev.fluxion.spi.Engine;
import dev.fluxion.spi.GraphGradient;
import dev.fluxion.spi.Options;
import dev.fluxion.spi.Shape;
import dev.fluxion.spi.Subject;
import dev.fluxion.spi.Sweep;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The methods of {@link Fluxion} with settings of one's own: another backend, a lookup into a module that is not open,
 * further rules. Thread safe; it remembers the derivatives that it has made, so keep it.
 *
 * <pre>{@code
 * Differentiator ad = Fluxion.builder().lookup(MethodHandles.lookup()).rules(MyRules.class).build();
 * ad.gradient(x -> x * x, 3.0);        // 6.0
 * }</pre>
 */
@SuppressWarnings("overloads") // as in Fluxion
public final class Differentiator {

    private final Options options;
    private volatile @Nullable Engine engine;

    /** Makes a differentiator with these settings, of this engine if one is given. */
    Differentiator(Options options, @Nullable Engine engine) {
        this.options = options;
        this.engine = engine;
    }

    /** As {@link Fluxion#gradient(DoubleFn, double)}. */
    public double gradient(DoubleFn f, double x) {
        return derivative(f).applyAsDouble(x);
    }

    /** As {@link Fluxion#gradient(DoubleFn2, double, double)}. */
    public Gradients2 gradient(DoubleFn2 f, double x, double y) {
        return gradient(f).at(x, y);
    }

    /** As {@link Fluxion#gradient(DoubleFn3, double, double, double)}. */
    public Gradients3 gradient(DoubleFn3 f, double x, double y, double z) {
        return gradient(f).at(x, y, z);
    }

    /** As {@link Fluxion#gradient(DoubleFn4, double, double, double, double)}. */
    public Gradients4 gradient(DoubleFn4 f, double x, double y, double z, double w) {
        return gradient(f).at(x, y, z, w);
    }

    /** As {@link Fluxion#gradient(DoubleArrayFn, double[])}. */
    public double[] gradient(DoubleArrayFn f, double[] x) {
        return gradient(f).at(x);
    }

    /** As {@link Fluxion#gradient(DoubleArrayFn2, double[], double[])}. */
    public ArrayGradients2 gradient(DoubleArrayFn2 f, double[] x, double[] y) {
        return gradient(f).at(x, y);
    }

    /** As {@link Fluxion#gradient(DoubleArrayFn3, double[], double[], double[])}. */
    public ArrayGradients3 gradient(DoubleArrayFn3 f, double[] x, double[] y, double[] z) {
        return gradient(f).at(x, y, z);
    }

    /** As {@link Fluxion#gradient(FloatArrayFn, float[])}. */
    public float[] gradient(FloatArrayFn f, float[] x) {
        return gradient(f).at(x);
    }

    /** As {@link Fluxion#gradient(DoubleFn)}. */
    public DoubleGradient gradient(DoubleFn f) {
        return (DoubleGradient) compile(f, Shape.DOUBLE);
    }

    /** As {@link Fluxion#gradient(DoubleFn2)}. */
    public DoubleGradient2 gradient(DoubleFn2 f) {
        return (DoubleGradient2) compile(f, Shape.DOUBLE2);
    }

    /** As {@link Fluxion#gradient(DoubleFn3)}. */
    public DoubleGradient3 gradient(DoubleFn3 f) {
        return (DoubleGradient3) compile(f, Shape.DOUBLE3);
    }

    /** As {@link Fluxion#gradient(DoubleFn4)}. */
    public DoubleGradient4 gradient(DoubleFn4 f) {
        return (DoubleGradient4) compile(f, Shape.DOUBLE4);
    }

    /** As {@link Fluxion#gradient(DoubleArrayFn)}. */
    public DoubleArrayGradient gradient(DoubleArrayFn f) {
        return (DoubleArrayGradient) compile(f, Shape.DOUBLE_ARRAY);
    }

    /** As {@link Fluxion#gradient(DoubleArrayFn2)}. */
    public DoubleArrayGradient2 gradient(DoubleArrayFn2 f) {
        return (DoubleArrayGradient2) compile(f, Shape.DOUBLE_ARRAY2);
    }

    /** As {@link Fluxion#gradient(DoubleArrayFn3)}. */
    public DoubleArrayGradient3 gradient(DoubleArrayFn3 f) {
        return (DoubleArrayGradient3) compile(f, Shape.DOUBLE_ARRAY3);
    }

    /** As {@link Fluxion#gradient(FloatArrayFn)}. */
    public FloatArrayGradient gradient(FloatArrayFn f) {
        return (FloatArrayGradient) compile(f, Shape.FLOAT_ARRAY);
    }

    /** As {@link Fluxion#gradient(Method)}. */
    public MethodGradient gradient(Method method) {
        return gradient(method, null);
    }

    /** As {@link Fluxion#gradient(Method, Object)}. */
    public MethodGradient gradient(Method method, @Nullable Object receiver) {
        Shape shape = Methods.shape(method, receiver);
        DoubleArrayGradient compiled =
                (DoubleArrayGradient) engine().compile(new Subject.Reflected(method, receiver), shape);
        return new MethodGradient(method, compiled);
    }

    /** As {@link Fluxion#derivative(DoubleFn)}. */
    public DoubleFn derivative(DoubleFn f) {
        return (DoubleFn) compile(f, Shape.DERIVATIVE);
    }

    /** As {@link Fluxion#jvp(DoubleFn, double, double)}. */
    public ValueAndTangent<Double> jvp(DoubleFn f, double x, double direction) {
        return pushforward(f, x).withValue(direction);
    }

    /** As {@link Fluxion#jvp(Fn, Object, Object)}. */
    public <X, R> ValueAndTangent<R> jvp(Fn<X, R> f, X x, X direction) {
        return pushforward(f, x).withValue(direction);
    }

    /** As {@link Fluxion#pushforward(DoubleFn, double)}. */
    public Pushforward<Double, Double> pushforward(DoubleFn f, double x) {
        return new Pushforward<>(engine().pushforward(new Subject.Functional(f), Shape.DOUBLE), x);
    }

    /** As {@link Fluxion#pushforward(Fn, Object)}. */
    public <X, R> Pushforward<X, R> pushforward(Fn<X, R> f, X x) {
        Refusals.requireObject("x", x);
        return new Pushforward<>(engine().pushforward(new Subject.Functional(f), Shape.FUNCTION), x);
    }

    /** As {@link Fluxion#pushforward(VectorFn)}. */
    public VectorPushforward pushforward(VectorFn f) {
        Refusals.requireFunction(f);
        return new VectorPushforward(vectorSweeps(new Subject.Functional(f)));
    }

    /** As {@link Fluxion#pushforward(DoubleArrayFn)}. */
    public DirectionalDerivative pushforward(DoubleArrayFn f) {
        Refusals.requireFunction(f);
        Subject subject = new Subject.Functional(f);
        return new DirectionalDerivative(
                new ScalarSweeps((ScalarTangent) engine().compile(subject, Shape.DOUBLE_ARRAY, Sweep.TANGENT)));
    }

    /** As {@link Fluxion#pullback(DoubleFn, double)}. */
    public Pullback<Double, Double> pullback(DoubleFn f, double x) {
        return new Pullback<>(engine().pullback(new Subject.Functional(f), Shape.DOUBLE).at(new Object[] {x}));
    }

    /** As {@link Fluxion#pullback(Fn, Object)}. */
    public <X, R> Pullback<X, R> pullback(Fn<X, R> f, X x) {
        Refusals.requireObject("x", x);
        return new Pullback<>(engine().pullback(new Subject.Functional(f), Shape.FUNCTION).at(new Object[] {x}));
    }

    /** As {@link Fluxion#pullback(Fn2, Object, Object)}. */
    public <X, Y, R> Pullback2<X, Y, R> pullback(Fn2<X, Y, R> f, X x, Y y) {
        Refusals.requireObject("x", x);
        Refusals.requireObject("y", y);
        Subject subject = new Subject.Functional(f);
        return new Pullback2<>(engine().pullback(subject, Shape.FUNCTION2).at(new Object[] {x, y}));
    }

    /** As {@link Fluxion#pullback(Fn3, Object, Object, Object)}. */
    public <X, Y, Z, R> Pullback3<X, Y, Z, R> pullback(Fn3<X, Y, Z, R> f, X x, Y y, Z z) {
        Refusals.requireObject("x", x);
        Refusals.requireObject("y", y);
        Refusals.requireObject("z", z);
        Subject subject = new Subject.Functional(f);
        return new Pullback3<>(engine().pullback(subject, Shape.FUNCTION3).at(new Object[] {x, y, z}));
    }

    /** As {@link Fluxion#pullback(VectorFn)}. */
    public VectorPullback pullback(VectorFn f) {
        return new VectorPullback(new CotangentSweeps((VectorCotangent) compile(f, Shape.VECTOR)));
    }

    /** As {@link Fluxion#jacobian(VectorFn, double[])}. */
    public double[][] jacobian(VectorFn f, double[] x) {
        return jacobian(f).at(x);
    }

    /** As {@link Fluxion#withJacobian(VectorFn, double[])}. */
    public ValueAndJacobian withJacobian(VectorFn f, double[] x) {
        return jacobian(f).withJacobian(x);
    }

    /** As {@link Fluxion#jacobian(VectorFn)}. */
    public Jacobian jacobian(VectorFn f) {
        Subject subject = new Subject.Functional(f);
        return new Jacobian(vectorSweeps(subject), () -> engine().pullback(subject, Shape.FUNCTION));
    }

    /** As {@link Fluxion#sparseJacobian(VectorFn, double[])}. */
    public SparseMatrix sparseJacobian(VectorFn f, double[] x) {
        return sparseJacobian(f).at(x);
    }

    /** As {@link Fluxion#sparseJacobian(VectorFn)}. */
    public SparseJacobian sparseJacobian(VectorFn f) {
        Subject subject = new Subject.Functional(f);
        VectorTangent indices = (VectorTangent) engine().compile(subject, Shape.VECTOR, Sweep.INDICES);
        return new SparseJacobian(indices, vectorSweeps(subject));
    }

    private VectorSweeps vectorSweeps(Subject subject) {
        return new VectorSweeps(lanes -> (VectorTangent) engine().compile(subject, Shape.VECTOR, Sweep.tangent(lanes)));
    }

    /** As {@link Fluxion#sparseHessian(DoubleArrayFn, double[])}. */
    public SparseMatrix sparseHessian(DoubleArrayFn f, double[] x) {
        return sparseHessian(f).at(x);
    }

    /** As {@link Fluxion#sparseHessian(DoubleArrayFn)}. */
    public SparseHessian sparseHessian(DoubleArrayFn f) {
        Subject subject = new Subject.Functional(f);
        Curvature indices = curvatureIndices(subject);
        VectorTangent ofGradient =
                (x, sets, shadows) -> {
                    double[] gradient = new double[x.length];
                    double[] found = new double[sets.length];
                    indices.run(x, gradient, sets, found);
                    shadows.put(gradient, found);
                    return gradient;
                };
        return new SparseHessian(ofGradient, curvatureSweeps(subject));
    }

    private Curvature curvatureIndices(Subject subject) {
        return (Curvature) engine().compile(subject, Shape.DOUBLE_ARRAY, Sweep.CURVATURE_INDICES);
    }

    private CurvatureSweeps curvatureSweeps(Subject subject) {
        return new CurvatureSweeps(
                lanes -> (Curvature) engine().compile(subject, Shape.DOUBLE_ARRAY, Sweep.curvature(lanes)));
    }

    /** As {@link Fluxion#hessian(DoubleFn, double)}. */
    public double hessian(DoubleFn f, double x) {
        return derivative(derivative(f)).applyAsDouble(x);
    }

    /** As {@link Fluxion#hessian(DoubleArrayFn, double[])}. */
    public double[][] hessian(DoubleArrayFn f, double[] x) {
        return hessian(f).at(x);
    }

    /** As {@link Fluxion#hessianVectorProduct(DoubleArrayFn, double[], double[])}. */
    public double[] hessianVectorProduct(DoubleArrayFn f, double[] x, double[] v) {
        return hessian(f).times(x, v);
    }

    /** As {@link Fluxion#diagonalHessian(DoubleArrayFn, double[])}. */
    public double[] diagonalHessian(DoubleArrayFn f, double[] x) {
        return hessian(f).diagonal(x);
    }

    /** As {@link Fluxion#hessian(DoubleArrayFn)}. */
    public Hessian hessian(DoubleArrayFn f) {
        Subject subject = new Subject.Functional(f);
        return new Hessian(curvatureSweeps(subject), new CompressedHessian(() -> curvatureIndices(subject)));
    }

    /** As {@link Fluxion#withGradient(DoubleFn, double)}. */
    public ValueAndGradient<Double> withGradient(DoubleFn f, double x) {
        return gradient(f).withGradient(x);
    }

    /** As {@link Fluxion#withGradient(DoubleFn2, double, double)}. */
    public ValueAndGradient<Gradients2> withGradient(DoubleFn2 f, double x, double y) {
        return gradient(f).withGradient(x, y);
    }

    /** As {@link Fluxion#withGradient(DoubleFn3, double, double, double)}. */
    public ValueAndGradient<Gradients3> withGradient(DoubleFn3 f, double x, double y, double z) {
        return gradient(f).withGradient(x, y, z);
    }

    /** As {@link Fluxion#withGradient(DoubleFn4, double, double, double, double)}. */
    public ValueAndGradient<Gradients4> withGradient(DoubleFn4 f, double x, double y, double z, double w) {
        return gradient(f).withGradient(x, y, z, w);
    }

    /** As {@link Fluxion#withGradient(DoubleArrayFn, double[])}. */
    public ValueAndGradient<double[]> withGradient(DoubleArrayFn f, double[] x) {
        return gradient(f).withGradient(x);
    }

    /** As {@link Fluxion#withGradient(DoubleArrayFn2, double[], double[])}. */
    public ValueAndGradient<ArrayGradients2> withGradient(DoubleArrayFn2 f, double[] x, double[] y) {
        return gradient(f).withGradient(x, y);
    }

    /** As {@link Fluxion#withGradient(DoubleArrayFn3, double[], double[], double[])}. */
    public ValueAndGradient<ArrayGradients3> withGradient(DoubleArrayFn3 f, double[] x, double[] y, double[] z) {
        return gradient(f).withGradient(x, y, z);
    }

    /** As {@link Fluxion#withGradient(FloatArrayFn, float[])}. */
    public ValueAndGradient<float[]> withGradient(FloatArrayFn f, float[] x) {
        return gradient(f).withGradient(x);
    }

    /** As {@link Fluxion#explain(DoubleFn)}. */
    public Explanation explain(DoubleFn f) {
        return explained(f, Shape.DERIVATIVE);
    }

    /** As {@link Fluxion#explain(DoubleFn2)}. */
    public Explanation explain(DoubleFn2 f) {
        return explained(f, Shape.DOUBLE2);
    }

    /** As {@link Fluxion#explain(DoubleFn3)}. */
    public Explanation explain(DoubleFn3 f) {
        return explained(f, Shape.DOUBLE3);
    }

    /** As {@link Fluxion#explain(DoubleFn4)}. */
    public Explanation explain(DoubleFn4 f) {
        return explained(f, Shape.DOUBLE4);
    }

    /** As {@link Fluxion#explain(DoubleArrayFn)}. */
    public Explanation explain(DoubleArrayFn f) {
        return explained(f, Shape.DOUBLE_ARRAY);
    }

    /** As {@link Fluxion#explain(DoubleArrayFn2)}. */
    public Explanation explain(DoubleArrayFn2 f) {
        return explained(f, Shape.DOUBLE_ARRAY2);
    }

    /** As {@link Fluxion#explain(DoubleArrayFn3)}. */
    public Explanation explain(DoubleArrayFn3 f) {
        return explained(f, Shape.DOUBLE_ARRAY3);
    }

    /** As {@link Fluxion#explain(FloatArrayFn)}. */
    public Explanation explain(FloatArrayFn f) {
        return explained(f, Shape.FLOAT_ARRAY);
    }

    /** As {@link Fluxion#explain(DoubleFn, double)}. */
    public Explanation explain(DoubleFn f, double x) {
        return explain(f);
    }

    /** As {@link Fluxion#explain(DoubleFn2, double, double)}. */
    public Explanation explain(DoubleFn2 f, double x, double y) {
        return explain(f);
    }

    /** As {@link Fluxion#explain(DoubleFn3, double, double, double)}. */
    public Explanation explain(DoubleFn3 f, double x, double y, double z) {
        return explain(f);
    }

    /** As {@link Fluxion#explain(DoubleFn4, double, double, double, double)}. */
    public Explanation explain(DoubleFn4 f, double x, double y, double z, double w) {
        return explain(f);
    }

    /** As {@link Fluxion#explain(DoubleArrayFn, double[])}. */
    public Explanation explain(DoubleArrayFn f, double[] x) {
        return explain(f);
    }

    /** As {@link Fluxion#explain(DoubleArrayFn2, double[], double[])}. */
    public Explanation explain(DoubleArrayFn2 f, double[] x, double[] y) {
        return explain(f);
    }

    /** As {@link Fluxion#explain(DoubleArrayFn3, double[], double[], double[])}. */
    public Explanation explain(DoubleArrayFn3 f, double[] x, double[] y, double[] z) {
        return explain(f);
    }

    /** As {@link Fluxion#explain(FloatArrayFn, float[])}. */
    public Explanation explain(FloatArrayFn f, float[] x) {
        return explain(f);
    }

    /** As {@link Fluxion#gradient(ObjectFn, Object)}. */
    public <T> Tangent gradient(ObjectFn<T> f, T x) {
        return objectGradient(f).tangentAt(x);
    }

    /** As {@link Fluxion#gradient(ObjectFn, Record)}. */
    public <R extends Record> R gradient(ObjectFn<R> f, R x) {
        return objectGradient(f).at(x);
    }

    /** As {@link Fluxion#gradient(ObjectFn, Object[])}. */
    public <E> E[] gradient(ObjectFn<E[]> f, E[] x) {
        return objectGradient(f).at(x);
    }

    /** As {@link Fluxion#gradient(ObjectFn, Collection)}. */
    public <C extends Collection<?>> C gradient(ObjectFn<C> f, C x) {
        return objectGradient(f).at(x);
    }

    /** As {@link Fluxion#gradient(ObjectFn, Map)}. */
    public <M extends Map<?, ?>> M gradient(ObjectFn<M> f, M x) {
        return objectGradient(f).at(x);
    }

    /** As {@link Fluxion#gradient(ObjectFn, Double)}. */
    public Double gradient(ObjectFn<Double> f, Double x) {
        return objectGradient(f).at(x);
    }

    /** As {@link Fluxion#gradient(ObjectFn2, Object, Object)}. */
    public <T, U> ObjectGradients2<T, U> gradient(ObjectFn2<T, U> f, T x, U y) {
        return objectGradient(f).at(x, y);
    }

    /** As {@link Fluxion#gradient(ObjectFn3, Object, Object, Object)}. */
    public <T, U, V> ObjectGradients3<T, U, V> gradient(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return objectGradient(f).at(x, y, z);
    }

    /** As {@link Fluxion#gradient(ObjectFn4, Object, Object, Object, Object)}. */
    public <T, U, V, W> ObjectGradients4<T, U, V, W> gradient(ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return objectGradient(f).at(x, y, z, w);
    }

    /** As {@link Fluxion#gradientAsTangent(ObjectFn, Object)}. */
    public <T> Tangent gradientAsTangent(ObjectFn<T> f, T x) {
        return objectGradient(f).tangentAt(x);
    }

    /** As {@link Fluxion#gradientAsTangent(ObjectFn2, Object, Object)}. */
    public <T, U> Tangent gradientAsTangent(ObjectFn2<T, U> f, T x, U y) {
        return objectGradient(f).tangentAt(x, y);
    }

    /** As {@link Fluxion#gradientAsTangent(ObjectFn3, Object, Object, Object)}. */
    public <T, U, V> Tangent gradientAsTangent(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return objectGradient(f).tangentAt(x, y, z);
    }

    /** As {@link Fluxion#gradientAsTangent(ObjectFn4, Object, Object, Object, Object)}. */
    public <T, U, V, W> Tangent gradientAsTangent(ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return objectGradient(f).tangentAt(x, y, z, w);
    }

    /** As {@link Fluxion#objectGradient(ObjectFn)}. */
    public <T> ObjectGradient<T> objectGradient(ObjectFn<T> f) {
        return new ObjectGradient<>((GraphGradient) compile(f, Shape.OBJECT));
    }

    /** As {@link Fluxion#objectGradient(ObjectFn2)}. */
    public <T, U> ObjectGradient2<T, U> objectGradient(ObjectFn2<T, U> f) {
        return new ObjectGradient2<>((GraphGradient) compile(f, Shape.OBJECT2));
    }

    /** As {@link Fluxion#objectGradient(ObjectFn3)}. */
    public <T, U, V> ObjectGradient3<T, U, V> objectGradient(ObjectFn3<T, U, V> f) {
        return new ObjectGradient3<>((GraphGradient) compile(f, Shape.OBJECT3));
    }

    /** As {@link Fluxion#objectGradient(ObjectFn4)}. */
    public <T, U, V, W> ObjectGradient4<T, U, V, W> objectGradient(ObjectFn4<T, U, V, W> f) {
        return new ObjectGradient4<>((GraphGradient) compile(f, Shape.OBJECT4));
    }

    /** As {@link Fluxion#gradientOfCaptured(DoubleFn0)}. */
    public Tangent gradientOfCaptured(DoubleFn0 f) {
        return captured(f, Shape.CAPTURES).at().captured();
    }

    /** As {@link Fluxion#gradientOfCaptured(DoubleFn, double)}. */
    public Tangent gradientOfCaptured(DoubleFn f, double x) {
        return captured(f, Shape.DOUBLE).at(x).captured();
    }

    /** As {@link Fluxion#gradientOfCaptured(DoubleFn2, double, double)}. */
    public Tangent gradientOfCaptured(DoubleFn2 f, double x, double y) {
        return captured(f, Shape.DOUBLE2).at(x, y).captured();
    }

    /** As {@link Fluxion#gradientOfCaptured(ObjectFn, Object)}. */
    public <T> Tangent gradientOfCaptured(ObjectFn<T> f, T x) {
        Refusals.requireObject("x", x);
        return captured(f, Shape.OBJECT).at(x).captured();
    }

    /** As {@link Fluxion#gradientOfCaptured(ObjectFn2, Object, Object)}. */
    public <T, U> Tangent gradientOfCaptured(ObjectFn2<T, U> f, T x, U y) {
        Refusals.requireObject("x", x);
        Refusals.requireObject("y", y);
        return captured(f, Shape.OBJECT2).at(x, y).captured();
    }

    /** As {@link Fluxion#withGradient(ObjectFn, Object)}. */
    public <T> ValueAndGradient<Tangent> withGradient(ObjectFn<T> f, T x) {
        return objectGradient(f).withTangent(x);
    }

    /** As {@link Fluxion#withGradient(ObjectFn, Record)}. */
    public <R extends Record> ValueAndGradient<R> withGradient(ObjectFn<R> f, R x) {
        return objectGradient(f).withGradient(x);
    }

    /** As {@link Fluxion#withGradient(ObjectFn, Object[])}. */
    public <E> ValueAndGradient<E[]> withGradient(ObjectFn<E[]> f, E[] x) {
        return objectGradient(f).withGradient(x);
    }

    /** As {@link Fluxion#withGradient(ObjectFn, Collection)}. */
    public <C extends Collection<?>> ValueAndGradient<C> withGradient(ObjectFn<C> f, C x) {
        return objectGradient(f).withGradient(x);
    }

    /** As {@link Fluxion#withGradient(ObjectFn, Map)}. */
    public <M extends Map<?, ?>> ValueAndGradient<M> withGradient(ObjectFn<M> f, M x) {
        return objectGradient(f).withGradient(x);
    }

    /** As {@link Fluxion#withGradient(ObjectFn, Double)}. */
    public ValueAndGradient<Double> withGradient(ObjectFn<Double> f, Double x) {
        return objectGradient(f).withGradient(x);
    }

    /** As {@link Fluxion#withGradient(ObjectFn2, Object, Object)}. */
    public <T, U> ValueAndGradient<ObjectGradients2<T, U>> withGradient(ObjectFn2<T, U> f, T x, U y) {
        return objectGradient(f).withGradient(x, y);
    }

    /** As {@link Fluxion#withGradient(ObjectFn3, Object, Object, Object)}. */
    public <T, U, V> ValueAndGradient<ObjectGradients3<T, U, V>> withGradient(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return objectGradient(f).withGradient(x, y, z);
    }

    /** As {@link Fluxion#withGradient(ObjectFn4, Object, Object, Object, Object)}. */
    public <T, U, V, W> ValueAndGradient<ObjectGradients4<T, U, V, W>> withGradient(
            ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return objectGradient(f).withGradient(x, y, z, w);
    }

    /** As {@link Fluxion#explain(ObjectFn, Object)}. */
    public <T> Explanation explain(ObjectFn<T> f, T x) {
        return explained(f, Shape.OBJECT);
    }

    /** As {@link Fluxion#explain(ObjectFn2, Object, Object)}. */
    public <T, U> Explanation explain(ObjectFn2<T, U> f, T x, U y) {
        return explained(f, Shape.OBJECT2);
    }

    /** As {@link Fluxion#explain(ObjectFn3, Object, Object, Object)}. */
    public <T, U, V> Explanation explain(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return explained(f, Shape.OBJECT3);
    }

    /** As {@link Fluxion#explain(ObjectFn4, Object, Object, Object, Object)}. */
    public <T, U, V, W> Explanation explain(ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return explained(f, Shape.OBJECT4);
    }

    /** As {@link Fluxion#explain(Method)}. */
    public Explanation explain(Method method) {
        return explain(method, null);
    }

    /** As {@link Fluxion#explain(Method, Object)}. */
    public Explanation explain(Method method, @Nullable Object receiver) {
        Shape shape = Methods.shape(method, receiver);
        return new Explanation(engine().explain(new Subject.Reflected(method, receiver), shape));
    }

    /**
     * Returns what finds the derivatives of functions while a gradient runs: to call the pullback of a rule outside of
     * a gradient, with {@link dev.fluxion.rule.Adjoints#of(dev.fluxion.runtime.Shadows, int, Linker)}, as tests of
     * rules do.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no engine on the path
     */
    public Linker linker() {
        return engine().linker();
    }

    private Object compile(Object function, Shape shape) {
        Refusals.requireFunction(function);
        return engine().compile(new Subject.Functional(function), shape);
    }

    /** As {@link Fluxion#withAuxiliary}. */
    @SuppressWarnings("unchecked") // the gradient in an argument is of its class
    public <T, A> ValueGradientAndAuxiliary<T, A> withAuxiliary(AuxiliaryFn<T, A> f, T x) {
        Refusals.requireFunction(f);
        Refusals.requireObject("x", x);
        AuxiliaryValue<T, A> value = new AuxiliaryValue<>(f);
        GraphGradient.At at = ((GraphGradient) compile(value, Shape.OBJECT)).at(x);
        return new ValueGradientAndAuxiliary<>(at.value(), (T) at.gradient(0), Objects.requireNonNull(value.auxiliary));
    }

    /** As {@link Fluxion#gradient(DoubleFn0, Params)}. */
    public Gradients gradient(DoubleFn0 f, Params params) {
        return withGradient(f, params).gradient();
    }

    /** As {@link Fluxion#withGradient(DoubleFn0, Params)}. */
    public ValueAndGradient<Gradients> withGradient(DoubleFn0 f, Params params) {
        Refusals.requireFunction(f);
        Refusals.requireObject("params", params);
        GraphGradient.At at = engine().parameters(new Subject.Functional(f)).at(params.objects());
        return new ValueAndGradient<>(at.value(), Gradients.of(params, at));
    }

    /** As {@link Fluxion#jacobian(VectorFn0, Params)}. */
    public Jacobians jacobian(VectorFn0 f, Params params) {
        Refusals.requireFunction(f);
        Refusals.requireObject("params", params);
        int rows = f.get().length;
        List<Gradients> gradients = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            GraphGradient row = engine().parameters(new Subject.Functional(new Component(f, i)));
            gradients.add(Gradients.of(params, row.at(params.objects())));
        }
        return Jacobians.of(params, gradients);
    }

    private GraphGradient captured(Object function, Shape shape) {
        Refusals.requireFunction(function);
        return engine().captured(new Subject.Functional(function), shape);
    }

    private Explanation explained(Object function, Shape shape) {
        Refusals.requireFunction(function);
        return new Explanation(engine().explain(new Subject.Functional(function), shape));
    }

    /** Returns the engine, which the first call finds; the default one costs nothing until then. */
    private Engine engine() {
        Engine found = engine;
        return found == null ? findEngine() : found;
    }

    private synchronized Engine findEngine() {
        Engine found = engine;
        if (found == null) {
            found = Engines.create(options);
            engine = found;
        }
        return found;
    }

    /** Collects settings; made by {@link Fluxion#builder}. */
    public static final class Builder {

        private @Nullable String backend;
        private MethodHandles.@Nullable Lookup lookup;
        private @Nullable Boolean checkedRules;
        private final List<RuleProvider> rules = new ArrayList<>();
        private final List<Class<?>> ruleClasses = new ArrayList<>();

        /** Makes a builder with default settings. */
        Builder() {}

        /**
         * Chooses the backend by name; else the system property {@code fluxion.backend} does, else the best is taken.
         */
        public Builder backend(String name) {
            this.backend = name;
            return this;
        }

        /** Gives Fluxion the rights of {@code MethodHandles.lookup()} in a module that is not open to it. */
        public Builder lookup(MethodHandles.Lookup ownLookup) {
            this.lookup = ownLookup;
            return this;
        }

        /** Adds rules to those found by ServiceLoader. */
        public Builder rules(RuleProvider... providers) {
            rules.addAll(List.of(providers));
            return this;
        }

        /** Adds classes with rules, annotated with {@link dev.fluxion.rule.Rules}. */
        public Builder rules(Class<?>... classes) {
            ruleClasses.addAll(List.of(classes));
            return this;
        }

        /**
         * Says whether everything that rules give is checked when it is used; else the system property {@code
         * fluxion.rules.checked} does. NaN and infinity out of finite numbers, and pullbacks that overwrite what is not
         * their own, are then errors that name the rule. It takes time and memory: it is for finding a wrong rule.
         *
         * <pre>{@code
         * Fluxion.builder().rules(MyRules.class).checkedRules(true).build().gradient(f, x);
         * }</pre>
         */
        public Builder checkedRules(boolean checked) {
            this.checkedRules = checked;
            return this;
        }

        /**
         * Returns a differentiator with these settings.
         *
         * @throws dev.fluxion.diagnostic.NotDifferentiableException if a backend was named that is not there, or rules
         *     were added that clash or do not fit
         */
        public Differentiator build() {
            List<RuleProvider> providers = new ArrayList<>(rules);
            if (!ruleClasses.isEmpty()) {
                providers.add(new GivenRules(ruleClasses));
            }
            Differentiator made = new Differentiator(new Options(backend, lookup, providers, checkedRules), null);
            if (backend != null || !providers.isEmpty()) {
                made.findEngine();
            }
            return made;
        }
    }

    /** Rule classes that need no provider of their own. */
    private record GivenRules(List<Class<?>> ruleClasses) implements RuleProvider {
        GivenRules {
            ruleClasses = List.copyOf(ruleClasses);
        }
    }
}
