package dev.fluxion.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/** Finds the derivatives of methods whose class is known only when the code runs; an engine is one. Thread safe. */
public interface Linker {

    /**
     * Returns what a call does where the receiver is of exactly one class.
     *
     * @param receiver a receiver of that class; what it holds does not matter
     * @param call the call, by what it asks for
     * @param type the type wanted of the handle: that of the call, its first parameter the receiver as the caller knows
     *     it, its last one the {@link Tape}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if that class's method cannot be differentiated
     */
    MethodHandle link(Object receiver, DynamicCall call, MethodType type);

    /**
     * Returns what links calls in code whose derivative is going to be differentiated again, where checkpoints are the
     * plain code that they stand for.
     */
    default Linker again() {
        return this;
    }

    /**
     * Returns how the adjoints of objects go into one cotangent and back, for rules.
     *
     * @throws UnsupportedOperationException if this only links
     */
    default ObjectCotangents cotangents() {
        throw new UnsupportedOperationException("cotangents of objects");
    }

    /**
     * Starts to remember what the functions given to a method with a rule lead to.
     *
     * @param rule the rule's name
     * @param shadows those of the gradient that runs
     * @throws UnsupportedOperationException if this only links
     */
    default FunctionMemory memory(String rule, Shadows shadows) {
        throw new UnsupportedOperationException("what functions lead to");
    }
}
