package dev.fluxion.backend;

/** A class that a backend has made. */
public interface CompiledClass {

    /**
     * Makes an instance, which implements the unit's contract.
     *
     * @param captures the values of its fields, boxed, in the order of the unit's captures
     */
    Object newInstance(Object[] captures);

    /** Returns the class itself. */
    Class<?> type();

    /** Returns a copy of its class file, for {@code explain} and for tests. */
    byte[] bytecode();
}
