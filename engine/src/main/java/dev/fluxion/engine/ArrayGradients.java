package dev.fluxion.engine;

import dev.fluxion.ArrayGradients2;
import dev.fluxion.ArrayGradients3;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleArrayGradient2;
import dev.fluxion.DoubleArrayGradient3;
import dev.fluxion.FloatArrayGradient;
import dev.fluxion.ValueAndGradient;
import dev.fluxion.runtime.GraphAdjoint;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.spi.Shape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gradients in arrays where the compiled code alone would not do.
 *
 * <ul>
 *   <li>The function has captured arrays: one that is also given as an argument is that argument. The compiled code
 *       takes what was captured for constant; where it is not, other code runs, made when first needed, which finds the
 *       shadow of an array by the array.
 *   <li>The function may write to its argument: what its code finds in the array to add to would be taken for the
 *       adjoint of what was written, so it adds to an empty one first.
 * </ul>
 */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
final class ArrayGradients {

    private final List<Object> captured;
    private final boolean writes;
    private final Supplier<GraphAdjoint> making;
    private @Nullable GraphAdjoint made;

    private ArrayGradients(List<Object> captured, boolean writes, Supplier<GraphAdjoint> making) {
        this.captured = captured;
        this.writes = writes;
        this.making = making;
    }

    /**
     * Returns the compiled gradient, or one that uses it where it may.
     *
     * @param captured what the function has captured
     * @param writes whether the function may write to its arguments
     * @param making makes the gradient that does without knowing which array is which
     */
    static Object of(
            Object compiled, Shape shape, @Nullable Object[] captured, boolean writes, Supplier<GraphAdjoint> making) {
        Class<?> type = shape == Shape.FLOAT_ARRAY ? float[].class : double[].class;
        List<Object> arrays = new ArrayList<>();
        for (Object value : captured) {
            if (type.isInstance(value)) {
                arrays.add(value);
            }
        }
        if (arrays.isEmpty() && !writes) {
            return compiled;
        }
        ArrayGradients with = new ArrayGradients(arrays, writes, making);
        return switch (shape) {
            case DOUBLE_ARRAY -> new One((DoubleArrayGradient) compiled, with);
            case DOUBLE_ARRAY2 -> new Two((DoubleArrayGradient2) compiled, with);
            case DOUBLE_ARRAY3 -> new Three((DoubleArrayGradient3) compiled, with);
            case FLOAT_ARRAY -> new Floats((FloatArrayGradient) compiled, with);
            case DERIVATIVE, DOUBLE, DOUBLE2, DOUBLE3, DOUBLE4, FLATTENED -> compiled;
            case CAPTURES, OBJECT, OBJECT2, OBJECT3, OBJECT4, VECTOR, FUNCTION -> compiled;
        };
    }

    private boolean has(Object argument) {
        for (int i = 0; i < captured.size(); i++) { // an iterator would be an object on every call
            if (captured.get(i) == argument) {
                return true;
            }
        }
        return false;
    }

    private double run(Shadows shadows, Object... arguments) {
        GraphAdjoint adjoint;
        synchronized (this) {
            adjoint = made == null ? making.get() : made;
            made = adjoint;
        }
        for (Object argument : arguments) {
            switch (argument) {
                case double[] doubles -> shadows.of(doubles);
                case float[] floats -> shadows.of(floats);
                default -> throw new IllegalArgumentException("no array of numbers: " + argument.getClass());
            }
        }
        return adjoint.run(arguments, new double[arguments.length], shadows);
    }

    private static void add(double[] gradient, double[] sum) {
        for (int i = 0; i < gradient.length; i++) {
            sum[i] += gradient[i];
        }
    }

    private static void add(float[] gradient, float[] sum) {
        for (int i = 0; i < gradient.length; i++) {
            sum[i] += gradient[i];
        }
    }

    private record One(DoubleArrayGradient compiled, ArrayGradients with) implements DoubleArrayGradient {
        @Override
        public double accumulate(double[] x, double[] sum) {
            if (with.has(x)) {
                Shadows shadows = Shadows.create();
                double value = with.run(shadows, (Object) x);
                add(shadows.of(x), sum);
                return value;
            }
            if (with.writes) {
                double[] xFresh = new double[x.length];
                double value = compiled.accumulate(x, xFresh);
                add(xFresh, sum);
                return value;
            }
            return compiled.accumulate(x, sum);
        }

        @Override
        public double overwrite(double[] x, double[] out) {
            return with.has(x) ? DoubleArrayGradient.super.overwrite(x, out) : compiled.overwrite(x, out);
        }

        @Override
        public double[] at(double[] x) {
            return with.has(x) ? DoubleArrayGradient.super.at(x) : compiled.at(x);
        }

        @Override
        public ValueAndGradient<double[]> withGradient(double[] x) {
            return with.has(x) ? DoubleArrayGradient.super.withGradient(x) : compiled.withGradient(x);
        }
    }

    private record Floats(FloatArrayGradient compiled, ArrayGradients with) implements FloatArrayGradient {
        @Override
        public float accumulate(float[] x, float[] sum) {
            if (with.has(x)) {
                Shadows shadows = Shadows.create();
                float value = (float) with.run(shadows, (Object) x);
                add(shadows.of(x), sum);
                return value;
            }
            if (with.writes) {
                float[] xFresh = new float[x.length];
                float value = compiled.accumulate(x, xFresh);
                add(xFresh, sum);
                return value;
            }
            return compiled.accumulate(x, sum);
        }

        @Override
        public float overwrite(float[] x, float[] out) {
            return with.has(x) ? FloatArrayGradient.super.overwrite(x, out) : compiled.overwrite(x, out);
        }

        @Override
        public float[] at(float[] x) {
            return with.has(x) ? FloatArrayGradient.super.at(x) : compiled.at(x);
        }

        @Override
        public ValueAndGradient<float[]> withGradient(float[] x) {
            return with.has(x) ? FloatArrayGradient.super.withGradient(x) : compiled.withGradient(x);
        }
    }

    private record Two(DoubleArrayGradient2 compiled, ArrayGradients with) implements DoubleArrayGradient2 {
        @Override
        public double accumulate(double[] x, double[] y, double[] xSum, double[] ySum) {
            if (with.has(x) || with.has(y)) {
                Shadows shadows = Shadows.create();
                double value = with.run(shadows, x, y);
                add(shadows.of(x), xSum);
                if (ySum != xSum) {
                    add(shadows.of(y), ySum);
                }
                return value;
            }
            if (with.writes) {
                double[] xFresh = new double[x.length];
                double[] yFresh = ySum == xSum ? xFresh : new double[y.length];
                double value = compiled.accumulate(x, y, xFresh, yFresh);
                add(xFresh, xSum);
                if (ySum != xSum) {
                    add(yFresh, ySum);
                }
                return value;
            }
            return compiled.accumulate(x, y, xSum, ySum);
        }

        @Override
        public double overwrite(double[] x, double[] y, double[] xOut, double[] yOut) {
            return with.has(x) || with.has(y)
                    ? DoubleArrayGradient2.super.overwrite(x, y, xOut, yOut)
                    : compiled.overwrite(x, y, xOut, yOut);
        }

        @Override
        public ValueAndGradient<ArrayGradients2> withGradient(double[] x, double[] y) {
            return with.has(x) || with.has(y)
                    ? DoubleArrayGradient2.super.withGradient(x, y)
                    : compiled.withGradient(x, y);
        }
    }

    private record Three(DoubleArrayGradient3 compiled, ArrayGradients with) implements DoubleArrayGradient3 {
        @Override
        public double accumulate(double[] x, double[] y, double[] z, double[] xSum, double[] ySum, double[] zSum) {
            if (with.has(x) || with.has(y) || with.has(z)) {
                Shadows shadows = Shadows.create();
                double value = with.run(shadows, x, y, z);
                add(shadows.of(x), xSum);
                if (ySum != xSum) {
                    add(shadows.of(y), ySum);
                }
                if (zSum != xSum && zSum != ySum) {
                    add(shadows.of(z), zSum);
                }
                return value;
            }
            if (with.writes) {
                double[] xFresh = new double[x.length];
                double[] yFresh = ySum == xSum ? xFresh : new double[y.length];
                double[] zFresh = zSum == xSum ? xFresh : zSum == ySum ? yFresh : new double[z.length];
                double value = compiled.accumulate(x, y, z, xFresh, yFresh, zFresh);
                add(xFresh, xSum);
                if (ySum != xSum) {
                    add(yFresh, ySum);
                }
                if (zSum != xSum && zSum != ySum) {
                    add(zFresh, zSum);
                }
                return value;
            }
            return compiled.accumulate(x, y, z, xSum, ySum, zSum);
        }

        @Override
        public double overwrite(double[] x, double[] y, double[] z, double[] xOut, double[] yOut, double[] zOut) {
            return with.has(x) || with.has(y) || with.has(z)
                    ? DoubleArrayGradient3.super.overwrite(x, y, z, xOut, yOut, zOut)
                    : compiled.overwrite(x, y, z, xOut, yOut, zOut);
        }

        @Override
        public ValueAndGradient<ArrayGradients3> withGradient(double[] x, double[] y, double[] z) {
            return with.has(x) || with.has(y) || with.has(z)
                    ? DoubleArrayGradient3.super.withGradient(x, y, z)
                    : compiled.withGradient(x, y, z);
        }
    }
}
