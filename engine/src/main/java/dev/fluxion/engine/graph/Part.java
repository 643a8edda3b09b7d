package dev.fluxion.engine.graph;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;

/**
 * A field of an object, as a gradient sees it.
 *
 * @param name what users call it
 * @param type its declared type
 * @param slot the place of its number in the object's shadow, or -1 if it is no primitive number
 * @param getter reads it, {@code (Object)Object}; null for a number that is out of reach
 * @param mayLeadToNumbers whether it refers to something that may lead to numbers
 */
record Part(String name, Class<?> type, int slot, @Nullable MethodHandle getter, boolean mayLeadToNumbers) {

    /** Returns whether it is a primitive number. */
    boolean isNumber() {
        return slot >= 0;
    }

    /** Returns whether it can be read. */
    boolean isReadable() {
        return getter != null;
    }

    /** Returns what it refers to, or its value boxed. */
    @Nullable Object read(Object object) {
        try {
            return java.util.Objects.requireNonNull(getter).invokeExact(object);
        } catch (Error | RuntimeException thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException("cannot read the field " + name, thrown);
        }
    }
}
