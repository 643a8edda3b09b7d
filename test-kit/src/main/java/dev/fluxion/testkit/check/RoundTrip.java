package dev.fluxion.testkit.check;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;

/** Raises a method to IR and lowers it again, without differentiating it. */
@FunctionalInterface
public interface RoundTrip {

    /** A method from an array of doubles to a double. */
    @FunctionalInterface
    interface Lowered {

        /** Calls it. */
        double call(double[] x) throws Throwable;
    }

    /** Returns the lowered method, or null if the method's class does not let us. */
    @Nullable Lowered of(Method method) throws Throwable;
}
