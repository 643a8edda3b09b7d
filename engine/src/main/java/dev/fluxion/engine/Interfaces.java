package dev.fluxion.engine;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayFn2;
import dev.fluxion.DoubleArrayFn3;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleArrayGradient2;
import dev.fluxion.DoubleArrayGradient3;
import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleFn0;
import dev.fluxion.DoubleFn2;
import dev.fluxion.DoubleFn3;
import dev.fluxion.DoubleFn4;
import dev.fluxion.DoubleGradient;
import dev.fluxion.DoubleGradient2;
import dev.fluxion.DoubleGradient3;
import dev.fluxion.DoubleGradient4;
import dev.fluxion.FloatArrayFn;
import dev.fluxion.FloatArrayGradient;
import dev.fluxion.Fn;
import dev.fluxion.Fn2;
import dev.fluxion.Fn3;
import dev.fluxion.ObjectFn;
import dev.fluxion.ObjectFn2;
import dev.fluxion.ObjectFn3;
import dev.fluxion.ObjectFn4;
import dev.fluxion.VectorFn;
import dev.fluxion.runtime.GraphAdjoint;
import dev.fluxion.runtime.sweep.Curvature;
import dev.fluxion.runtime.sweep.ScalarTangent;
import dev.fluxion.runtime.sweep.VectorCotangent;
import dev.fluxion.runtime.sweep.VectorTangent;
import dev.fluxion.spi.Shape;
import dev.fluxion.spi.Sweep;

/** The interfaces of the API that shapes stand for. */
final class Interfaces {

    private Interfaces() {}

    /** Returns the functional interface of functions of a shape. */
    static Class<?> function(Shape shape) {
        return switch (shape) {
            case DERIVATIVE, DOUBLE -> DoubleFn.class;
            case DOUBLE2 -> DoubleFn2.class;
            case DOUBLE3 -> DoubleFn3.class;
            case DOUBLE4 -> DoubleFn4.class;
            case DOUBLE_ARRAY, FLATTENED -> DoubleArrayFn.class;
            case DOUBLE_ARRAY2 -> DoubleArrayFn2.class;
            case DOUBLE_ARRAY3 -> DoubleArrayFn3.class;
            case FLOAT_ARRAY -> FloatArrayFn.class;
            case CAPTURES -> DoubleFn0.class;
            case OBJECT -> ObjectFn.class;
            case OBJECT2 -> ObjectFn2.class;
            case OBJECT3 -> ObjectFn3.class;
            case OBJECT4 -> ObjectFn4.class;
            case VECTOR -> VectorFn.class;
            case FUNCTION -> Fn.class;
            case FUNCTION2 -> Fn2.class;
            case FUNCTION3 -> Fn3.class;
        };
    }

    /** Returns the interface that compiled derivatives of a shape implement. */
    static Class<?> contract(Shape shape) {
        return switch (shape) {
            case DERIVATIVE -> DoubleFn.class;
            case DOUBLE -> DoubleGradient.class;
            case DOUBLE2 -> DoubleGradient2.class;
            case DOUBLE3 -> DoubleGradient3.class;
            case DOUBLE4 -> DoubleGradient4.class;
            case DOUBLE_ARRAY, FLATTENED -> DoubleArrayGradient.class;
            case DOUBLE_ARRAY2 -> DoubleArrayGradient2.class;
            case DOUBLE_ARRAY3 -> DoubleArrayGradient3.class;
            case FLOAT_ARRAY -> FloatArrayGradient.class;
            case CAPTURES, OBJECT, OBJECT2, OBJECT3, OBJECT4 -> GraphAdjoint.class;
            case VECTOR -> VectorCotangent.class;
            case FUNCTION, FUNCTION2, FUNCTION3 ->
                    throw new IllegalArgumentException("no gradient has the shape " + shape);
        };
    }

    /** Returns the interface that compiled sweeps of forward mode over functions of arrays implement. */
    static Class<?> contract(Shape shape, Sweep sweep) {
        if (sweep.isOfGradient()) {
            return Curvature.class;
        }
        return shape == Shape.VECTOR ? VectorTangent.class : ScalarTangent.class;
    }
}
