package dev.fluxion.backend;

/** Turns IR into a class whose instances run it. Thread safe. */
public interface Backend {

    /** Returns the name by which users choose this backend, such as {@code cpu}. */
    String name();

    /**
     * Compiles a program. The IR has passed the verifier, and every symbol in it is accessible from the unit's host.
     *
     * @param unit what to compile, and where to define it
     * @return the class, unloadable as soon as neither it nor an instance is used
     */
    CompiledClass compile(CompilationUnit unit);
}
