package dev.fluxion.spi;

/**
 * What goes in and what comes out: the functional interface of package {@code dev.fluxion} that the function given
 * implements, and the one that its compiled derivative does, by its abstract methods.
 */
public enum Shape {
    /** {@code DoubleFn} to {@code DoubleFn}: {@code applyAsDouble} gives the derivative; the value is not computed. */
    DERIVATIVE,
    /** {@code DoubleFn} to {@code DoubleGradient}. */
    DOUBLE,
    /** {@code DoubleFn2} to {@code DoubleGradient2}. */
    DOUBLE2,
    /** {@code DoubleFn3} to {@code DoubleGradient3}. */
    DOUBLE3,
    /** {@code DoubleFn4} to {@code DoubleGradient4}. */
    DOUBLE4,
    /** {@code DoubleArrayFn} to {@code DoubleArrayGradient}. */
    DOUBLE_ARRAY,
    /** {@code DoubleArrayFn2} to {@code DoubleArrayGradient2}. */
    DOUBLE_ARRAY2,
    /** {@code DoubleArrayFn3} to {@code DoubleArrayGradient3}. */
    DOUBLE_ARRAY3,
    /** {@code FloatArrayFn} to {@code FloatArrayGradient}. */
    FLOAT_ARRAY,
    /**
     * A method to {@code DoubleArrayGradient}: its parameters are all doubles, at least one, given as an array in their
     * order: parameter {@code i} is element {@code i}. The array is long enough. Only for {@link Subject.Reflected},
     * whose method with one array parameter has the shape {@link #DOUBLE_ARRAY}.
     */
    FLATTENED,
    /** {@code DoubleFn0} to {@link GraphGradient}, which is in nothing but what was captured. */
    CAPTURES,
    /** {@code ObjectFn} to {@link GraphGradient}. */
    OBJECT,
    /** {@code ObjectFn2} to {@link GraphGradient}. */
    OBJECT2,
    /** {@code ObjectFn3} to {@link GraphGradient}. */
    OBJECT3,
    /** {@code ObjectFn4} to {@link GraphGradient}. */
    OBJECT4,
    /** {@code VectorFn} to {@link dev.fluxion.runtime.sweep.VectorCotangent}. */
    VECTOR,
    /** {@code Fn}: has no gradient, but tangents, see {@link GraphPushforward}. */
    FUNCTION,
    /** {@code Fn2}, see {@link GraphPullback}. */
    FUNCTION2,
    /** {@code Fn3}, see {@link GraphPullback}. */
    FUNCTION3
}
