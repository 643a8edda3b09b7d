package dev.fluxion.spi;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayFn2;
import dev.fluxion.DoubleArrayFn3;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleArrayGradient2;
import dev.fluxion.DoubleArrayGradient3;
import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleFn2;
import dev.fluxion.DoubleFn3;
import dev.fluxion.DoubleFn4;
import dev.fluxion.DoubleGradient;
import dev.fluxion.DoubleGradient2;
import dev.fluxion.DoubleGradient3;
import dev.fluxion.DoubleGradient4;
import dev.fluxion.FloatArrayFn;
import dev.fluxion.FloatArrayGradient;

/**
 * What goes in and what comes out: the functional interface given, and the interface that its derivative implements.
 */
public enum Shape {
    /** {@code applyAsDouble} gives the derivative; the value is not computed. */
    DERIVATIVE(DoubleFn.class, DoubleFn.class),
    /** One double. */
    DOUBLE(DoubleFn.class, DoubleGradient.class),
    /** Two doubles. */
    DOUBLE2(DoubleFn2.class, DoubleGradient2.class),
    /** Three doubles. */
    DOUBLE3(DoubleFn3.class, DoubleGradient3.class),
    /** Four doubles. */
    DOUBLE4(DoubleFn4.class, DoubleGradient4.class),
    /** One array of doubles. */
    DOUBLE_ARRAY(DoubleArrayFn.class, DoubleArrayGradient.class),
    /** Two arrays of doubles. */
    DOUBLE_ARRAY2(DoubleArrayFn2.class, DoubleArrayGradient2.class),
    /** Three arrays of doubles. */
    DOUBLE_ARRAY3(DoubleArrayFn3.class, DoubleArrayGradient3.class),
    /** One array of floats. */
    FLOAT_ARRAY(FloatArrayFn.class, FloatArrayGradient.class),
    /**
     * A method whose parameters are all doubles, at least one, given as an array in their order: parameter {@code i} is
     * element {@code i}. The array is long enough. Only for {@link Subject.Reflected}, whose method with one array
     * parameter has the shape {@link #DOUBLE_ARRAY}.
     */
    FLATTENED(DoubleArrayFn.class, DoubleArrayGradient.class);

    private final Class<?> function;
    private final Class<?> contract;

    Shape(Class<?> function, Class<?> contract) {
        this.function = function;
        this.contract = contract;
    }

    /** Returns the functional interface of the functions of this shape. */
    public Class<?> function() {
        return function;
    }

    /** Returns the interface that compiled derivatives of this shape implement, by its abstract methods. */
    public Class<?> contract() {
        return contract;
    }
}
