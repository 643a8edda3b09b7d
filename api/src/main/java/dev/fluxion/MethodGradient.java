package dev.fluxion;

import dev.fluxion.diagnostic.Refusals;

import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The compiled gradient of a method found by reflection, from {@link Fluxion#gradient(Method)}. The method takes
 * doubles only, or one array of doubles, and returns a double. Thread safe as long as the arrays given are not shared.
 *
 * <pre>{@code
 * MethodGradient g = gradient(Math.class.getMethod("pow", double.class, double.class));
 * g.at(2.0, 3.0);                         // {12.0, 5.545177444479562}
 * }</pre>
 */
public final class MethodGradient {

    private static final int ANY = -1;

    private final Method method;
    private final DoubleArrayGradient compiled;
    private final int arity;

    /** Wraps what an engine compiled. */
    MethodGradient(Method method, DoubleArrayGradient compiled) {
        this.method = method;
        this.compiled = compiled;
        this.arity = takesArray(method) ? ANY : method.getParameterCount();
    }

    /** Returns the method. */
    public Method method() {
        return method;
    }

    /**
     * Returns the partial derivatives, one for each number given.
     *
     * @param args one number for each parameter, or the elements of the array parameter
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code args} is null or has another length
     */
    public double[] at(double... args) {
        check(args);
        return compiled.at(args);
    }

    /**
     * Stores the partial derivatives in {@code out} and returns the method's value. Allocates nothing.
     *
     * @param args one number for each parameter, or the array parameter itself
     * @param out the array to store in, of the same length
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if an array is null or of the wrong length, or if they
     *     are the same
     */
    public double into(double[] args, double[] out) {
        check(args);
        return compiled.into(args, out);
    }

    /**
     * Returns the method's value and its partial derivatives.
     *
     * @param args as of {@link #at}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code args} is null or has another length
     */
    public ValueAndGradient<double[]> withGradient(double... args) {
        check(args);
        return compiled.withGradient(args);
    }

    /** Returns whether the method's one parameter is an array of doubles. */
    static boolean takesArray(Method method) {
        return Arrays.equals(method.getParameterTypes(), new Class<?>[] {double[].class});
    }

    private void check(double[] args) {
        if (arity != ANY) {
            Refusals.requireArguments(method.getDeclaringClass().getName() + "." + method.getName(), arity, args);
        }
    }
}
