package dev.fluxion.testkit.check;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A program that is loaded: {@code f}, {@code all}, {@code reset} and {@code state} of its class. */
final class Subject {

    private final Class<?> type;
    private final Method function;
    private final Method all;
    private final Method reset;
    private final Method state;

    Subject(Class<?> type) {
        this.type = type;
        try {
            this.function = type.getMethod("f", double[].class);
            this.all = type.getMethod("all", double[].class);
            this.reset = type.getMethod("reset");
            this.state = type.getMethod("state");
        } catch (NoSuchMethodException absent) {
            throw new IllegalArgumentException(type + " lacks f, all, reset or state", absent);
        }
    }

    Class<?> type() {
        return type;
    }

    Method function() {
        return function;
    }

    /** The value, the argument afterwards and the sum of the state, in one array. */
    Method all() {
        return all;
    }

    /** Gives static fields the values that they start with. */
    void reset() {
        invoke(reset);
    }

    /** Returns what the static fields hold. */
    double[] state() {
        return (double[]) java.util.Objects.requireNonNull(invoke(state));
    }

    private static @Nullable Object invoke(Method method) {
        try {
            return method.invoke(null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(method.toString(), impossible);
        }
    }

    /** Calls the function on an array, which it may change. */
    double call(double[] x) throws Throwable {
        try {
            return (double) function.invoke(null, (Object) x);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
