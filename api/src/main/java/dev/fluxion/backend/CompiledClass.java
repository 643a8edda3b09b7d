package dev.fluxion.backend;

import java.lang.invoke.MethodHandle;

/** A class that a backend has made. */
public interface CompiledClass {

    /**
     * Makes an instance, which implements the unit's contract.
     *
     * @param captures the values of its fields, boxed, in the order of the unit's captures
     */
    Object newInstance(Object[] captures);

    /**
     * Returns a shared function of the unit. It takes the function's parameters and then a {@link
     * dev.fluxion.runtime.Tape}, which is the caller's, and returns the first result; the others are in the tape's
     * slots.
     *
     * @param name one of the unit's shared functions
     */
    MethodHandle function(String name);

    /** Returns the class itself. */
    Class<?> type();

    /** Returns a copy of its class file, for {@code explain} and for tests. */
    byte[] bytecode();
}
