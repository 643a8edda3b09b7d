package dev.fluxion.spi;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;

/** What is to be differentiated. */
public sealed interface Subject {

    /**
     * An instance of the functional interface that the shape says: a lambda, a method reference, an object of a class,
     * or a compiled derivative.
     */
    record Functional(Object function) implements Subject {}

    /**
     * A method found by reflection.
     *
     * @param method the method
     * @param receiver the object to call it on, null for a static method
     */
    record Reflected(Method method, @Nullable Object receiver) implements Subject {}
}
