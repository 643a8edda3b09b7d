package dev.fluxion.engine;

import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleArrayGradient2;
import dev.fluxion.DoubleArrayGradient3;
import dev.fluxion.FloatArrayGradient;
import dev.fluxion.runtime.GraphAdjoint;
import dev.fluxion.runtime.guard.ArgumentGuard;
import dev.fluxion.runtime.guard.GuardedCotangent;
import dev.fluxion.runtime.guard.GuardedFloatGradient;
import dev.fluxion.runtime.guard.GuardedGradient;
import dev.fluxion.runtime.guard.GuardedGradient2;
import dev.fluxion.runtime.guard.GuardedGradient3;
import dev.fluxion.runtime.sweep.VectorCotangent;
import dev.fluxion.spi.Shape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Compiled gradients in arrays, guarded where the function has captured arrays or writes to its arguments. */
final class ArrayGradients {

    private ArrayGradients() {}

    /**
     * Returns the compiled gradient, or one that uses it where it may, see {@link ArgumentGuard}.
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
        ArgumentGuard guard = new ArgumentGuard(arrays.toArray(), writes, making);
        return switch (shape) {
            case DOUBLE_ARRAY -> new GuardedGradient((DoubleArrayGradient) compiled, guard);
            case DOUBLE_ARRAY2 -> new GuardedGradient2((DoubleArrayGradient2) compiled, guard);
            case DOUBLE_ARRAY3 -> new GuardedGradient3((DoubleArrayGradient3) compiled, guard);
            case FLOAT_ARRAY -> new GuardedFloatGradient((FloatArrayGradient) compiled, guard);
            case DERIVATIVE, DOUBLE, DOUBLE2, DOUBLE3, DOUBLE4, FLATTENED -> compiled;
            case VECTOR -> new GuardedCotangent((VectorCotangent) compiled, guard);
            case CAPTURES, OBJECT, OBJECT2, OBJECT3, OBJECT4, FUNCTION, FUNCTION2, FUNCTION3 -> compiled;
        };
    }
}
