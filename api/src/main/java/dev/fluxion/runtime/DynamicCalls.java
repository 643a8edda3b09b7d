package dev.fluxion.runtime;

import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleFn3;
import dev.fluxion.DoubleFn4;
import dev.fluxion.DoubleGradient;
import dev.fluxion.DoubleGradient2;
import dev.fluxion.DoubleGradient3;
import dev.fluxion.DoubleGradient4;
import dev.fluxion.spi.Engine;
import dev.fluxion.spi.Shape;
import dev.fluxion.spi.Subject;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Calls, from emitted code, of functional objects whose class is known only when the code runs, such as one fetched
 * from a map. Each call gives value and partials at once, so that what the function does beside is done once. An
 * instance belongs to the engine whose code captures it. Thread safe.
 *
 * <p>What the function has captured is constant: the engine only uses this for objects that no active value has been
 * stored in. The latest derivative of each class of functions is remembered, weakly: calling the same object again
 * costs a compare, calling another object of the class an instance.
 */
public final class DynamicCalls {

    private final Engine engine;
    private final ClassValue<Latest> latest = new LatestOfClass();

    /** Makes the dynamic calls of an engine. */
    public DynamicCalls(Engine engine) {
        this.engine = engine;
    }

    /** Returns {@code f(x)} and stores {@code f'(x)} in {@code out[0]}. */
    public double call(DoubleUnaryOperator f, double x, double[] out) {
        return ((DoubleGradient) compiled(f, Shape.DOUBLE)).store(x, out);
    }

    /** Returns {@code f(x, y)} and stores the partials in {@code out[0]} and {@code out[1]}. */
    public double call(DoubleBinaryOperator f, double x, double y, double[] out) {
        return ((DoubleGradient2) compiled(f, Shape.DOUBLE2)).store(x, y, out);
    }

    /** Returns {@code f(x, y, z)} and stores the partials in {@code out[0]} to {@code out[2]}. */
    public double call(DoubleFn3 f, double x, double y, double z, double[] out) {
        return ((DoubleGradient3) compiled(f, Shape.DOUBLE3)).store(x, y, z, out);
    }

    /** Returns {@code f(x, y, z, w)} and stores the partials in {@code out[0]} to {@code out[3]}. */
    public double call(DoubleFn4 f, double x, double y, double z, double w, double[] out) {
        return ((DoubleGradient4) compiled(f, Shape.DOUBLE4)).store(x, y, z, w, out);
    }

    /** Returns {@code f(x)} and adds its gradient to {@code sum}, which is of the length of {@code x}. */
    public double call(ToDoubleFunction<double[]> f, double[] x, double[] sum) {
        return ((DoubleArrayGradient) compiled(f, Shape.DOUBLE_ARRAY)).accumulate(x, sum);
    }

    /**
     * Returns the derivative of {@code f}, which is again a functional object: so code that calls {@code f} and this
     * can be differentiated again.
     */
    public DoubleUnaryOperator derivative(DoubleUnaryOperator f) {
        return (DoubleFn) compiled(f, Shape.DERIVATIVE);
    }

    @SuppressWarnings("ReferenceEquality") // the same object, not an equal one
    private Object compiled(@Nullable Object function, Shape shape) {
        if (function == null) {
            throw new NullPointerException("the functional object called is null");
        }
        Latest ofClass = latest.get(function.getClass());
        Known known = ofClass.get();
        if (known != null && known.function == function && known.shape == shape) {
            return known.compiled;
        }
        Object compiled = engine.compile(new Subject.Functional(function), shape);
        ofClass.set(new Known(function, shape, compiled));
        return compiled;
    }

    private record Known(Object function, Shape shape, Object compiled) {}

    /** Does not keep the function alive, nor what it has captured. */
    private static final class Latest {

        private volatile WeakReference<@Nullable Known> reference = new WeakReference<>(null);

        @Nullable Known get() {
            return reference.get();
        }

        void set(Known known) {
            reference = new WeakReference<>(known);
        }
    }

    private static final class LatestOfClass extends ClassValue<Latest> {
        @Override
        protected Latest computeValue(Class<?> type) {
            return new Latest();
        }
    }
}
