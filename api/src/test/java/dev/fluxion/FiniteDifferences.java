package dev.fluxion;

import dev.fluxion.runtime.Linker;
import dev.fluxion.spi.Engine;
import dev.fluxion.spi.Explained;
import dev.fluxion.spi.GraphGradient;
import dev.fluxion.spi.GraphPullback;
import dev.fluxion.spi.GraphPushforward;
import dev.fluxion.spi.Shape;
import dev.fluxion.spi.Subject;
import dev.fluxion.spi.Sweep;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * An engine that knows nothing of code: central differences, exact for polynomials of second degree but for rounding.
 */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
final class FiniteDifferences implements Engine {

    private static final double H = 0x1p-10;

    /** What it was asked for. */
    final List<Shape> asked = new ArrayList<>();

    @Override
    public Object compile(Subject subject, Shape shape) {
        asked.add(shape);
        return switch (subject) {
            case Subject.Functional(Object function) -> compile(function, shape);
            case Subject.Reflected(Method method, Object receiver) -> compile(method, receiver, shape);
        };
    }

    @Override
    public Object compile(Subject subject, Shape shape, Sweep sweep) {
        asked.add(shape);
        return FiniteSweeps.of(((Subject.Functional) subject).function(), sweep);
    }

    @Override
    public GraphPushforward pushforward(Subject subject, Shape shape) {
        asked.add(shape);
        return FiniteSweeps.pushforward(((Subject.Functional) subject).function());
    }

    @Override
    public GraphPullback pullback(Subject subject, Shape shape) {
        asked.add(shape);
        return FiniteSweeps.pullback(((Subject.Functional) subject).function());
    }

    @Override
    public Explained explain(Subject subject, Shape shape) {
        asked.add(shape);
        return new Explained(
                "Main.f(Main.java:1)", "func @f", "func @g", "Main", new byte[] {1}, List.of("careful"), List.of());
    }

    @Override
    public Linker linker() {
        throw new UnsupportedOperationException("an engine that knows nothing of code");
    }

    @Override
    public GraphGradient captured(Subject subject, Shape shape) {
        asked.add(shape);
        return new ObjectDifferences(((Subject.Functional) subject).function(), true);
    }

    @Override
    public GraphGradient parameters(Subject subject) {
        asked.add(Shape.CAPTURES);
        return new ObjectDifferences(((Subject.Functional) subject).function(), false);
    }

    private static Object compile(Object function, Shape shape) {
        return switch (shape) {
            case DERIVATIVE -> derivative((DoubleUnaryOperator) function);
            case DOUBLE -> scalar((DoubleUnaryOperator) function);
            case DOUBLE2 -> {
                DoubleBinaryOperator f = (DoubleBinaryOperator) function;
                DoubleArrayGradient g = array(a -> f.applyAsDouble(a[0], a[1]));
                yield (DoubleGradient2) (x, y, out) -> g.into(new double[] {x, y}, out);
            }
            case DOUBLE3 -> {
                DoubleFn3 f = (DoubleFn3) function;
                DoubleArrayGradient g = array(a -> f.applyAsDouble(a[0], a[1], a[2]));
                yield (DoubleGradient3) (x, y, z, out) -> g.into(new double[] {x, y, z}, out);
            }
            case DOUBLE4 -> {
                DoubleFn4 f = (DoubleFn4) function;
                DoubleArrayGradient g = array(a -> f.applyAsDouble(a[0], a[1], a[2], a[3]));
                yield (DoubleGradient4) (x, y, z, w, out) -> g.into(new double[] {x, y, z, w}, out);
            }
            case DOUBLE_ARRAY, FLATTENED -> array(doubles(function));
            case DOUBLE_ARRAY2 -> {
                DoubleArrayFn2 f = (DoubleArrayFn2) function;
                yield (DoubleArrayGradient2)
                        (x, y, xSum, ySum) -> {
                            array(a -> f.applyAsDouble(a, x == y ? a : y)).accumulate(x, xSum);
                            return x == y
                                    ? f.applyAsDouble(x, y)
                                    : array(a -> f.applyAsDouble(x, a)).accumulate(y, ySum);
                        };
            }
            case DOUBLE_ARRAY3 -> {
                DoubleArrayFn3 f = (DoubleArrayFn3) function;
                yield (DoubleArrayGradient3)
                        (x, y, z, xSum, ySum, zSum) -> {
                            array(a -> f.applyAsDouble(a, y, z)).accumulate(x, xSum);
                            array(a -> f.applyAsDouble(x, a, z)).accumulate(y, ySum);
                            return array(a -> f.applyAsDouble(x, y, a)).accumulate(z, zSum);
                        };
            }
            case FLOAT_ARRAY -> {
                FloatArrayFn f = (FloatArrayFn) function;
                yield (FloatArrayGradient) (x, sum) -> floats(f, x, sum);
            }
            case CAPTURES -> throw new UnsupportedOperationException("finite differences in captured values");
            case OBJECT, OBJECT2, OBJECT3, OBJECT4 -> new ObjectDifferences(function, false);
            case VECTOR -> FiniteSweeps.cotangent((VectorFn) function);
            case FUNCTION, FUNCTION2, FUNCTION3 ->
                    throw new IllegalArgumentException("no gradient has the shape " + shape);
        };
    }

    private static Object compile(Method method, Object receiver, Shape shape) {
        return array(a -> {
            Object[] boxed = new Object[a.length];
            for (int i = 0; i < a.length; i++) {
                boxed[i] = a[i];
            }
            try {
                return (double) method.invoke(receiver, shape == Shape.DOUBLE_ARRAY ? new Object[] {a} : boxed);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        });
    }

    private static DoubleFn derivative(DoubleUnaryOperator f) {
        return x -> (f.applyAsDouble(x + H) - f.applyAsDouble(x - H)) / (2 * H);
    }

    private static DoubleGradient scalar(DoubleUnaryOperator f) {
        return new DoubleGradient() {
            @Override
            public double at(double x) {
                return derivative(f).applyAsDouble(x);
            }

            @Override
            public double store(double x, double[] out) {
                out[0] = at(x);
                return f.applyAsDouble(x);
            }
        };
    }

    @SuppressWarnings("unchecked") // what the shape says
    private static ToDoubleFunction<double[]> doubles(Object function) {
        return (ToDoubleFunction<double[]>) function;
    }

    private static DoubleArrayGradient array(ToDoubleFunction<double[]> f) {
        return (x, sum) -> {
            for (int i = 0; i < x.length; i++) {
                double[] up = x.clone();
                double[] down = x.clone();
                up[i] += H;
                down[i] -= H;
                sum[i] += (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * H);
            }
            return f.applyAsDouble(x);
        };
    }

    private static float floats(FloatArrayFn f, float[] x, float[] sum) {
        for (int i = 0; i < x.length; i++) {
            float[] up = x.clone();
            float[] down = x.clone();
            up[i] += 0.125f;
            down[i] -= 0.125f;
            sum[i] += (f.applyAsFloat(up) - f.applyAsFloat(down)) / 0.25f;
        }
        return f.applyAsFloat(x);
    }
}
