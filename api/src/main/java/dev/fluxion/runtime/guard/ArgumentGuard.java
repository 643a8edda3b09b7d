package dev.fluxion.runtime.guard;

import dev.fluxion.runtime.GraphAdjoint;
import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Looks at the arrays that a compiled gradient is asked for.
 *
 * <ul>
 *   <li>The function has captured arrays: one that is also given as an argument is that argument. The compiled code
 *       takes what was captured for constant; where it is not, other code runs, made when first needed, which finds the
 *       shadow of an array by the array.
 *   <li>The function may write to its argument: what its code finds in the array to add to would be taken for the
 *       adjoint of what was written, so it adds to an empty one first.
 * </ul>
 *
 * <p>Thread safe.
 */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
public final class ArgumentGuard {

    private final Object[] captured;
    private final boolean writes;
    private final Supplier<GraphAdjoint> making;
    private @Nullable GraphAdjoint made;

    /**
     * Makes a guard.
     *
     * @param captured the arrays that the function has captured; not copied
     * @param writes whether the function may write to its arguments
     * @param making makes the gradient that does without knowing which array is which
     */
    public ArgumentGuard(Object[] captured, boolean writes, Supplier<GraphAdjoint> making) {
        this.captured = captured;
        this.writes = writes;
        this.making = making;
    }

    /** Returns whether the function has captured the array. */
    boolean has(Object argument) {
        for (Object each : captured) {
            if (each == argument) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the function may write to its arguments. */
    boolean writes() {
        return writes;
    }

    /**
     * Runs the gradient that finds shadows by the array, and returns the value of the function.
     *
     * @param shadows holds the shadows of all arguments
     */
    double run(Shadows shadows, Object... arguments) {
        return adjoint().run(arguments, new double[arguments.length], shadows);
    }

    private synchronized GraphAdjoint adjoint() {
        GraphAdjoint adjoint = made == null ? making.get() : made;
        made = adjoint;
        return adjoint;
    }

    static void add(double[] gradient, double[] sum) {
        for (int i = 0; i < gradient.length; i++) {
            sum[i] += gradient[i];
        }
    }

    static void add(float[] gradient, float[] sum) {
        for (int i = 0; i < gradient.length; i++) {
            sum[i] += gradient[i];
        }
    }
}
