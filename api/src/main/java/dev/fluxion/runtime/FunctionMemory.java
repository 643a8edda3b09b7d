package dev.fluxion.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What functions given to a method with a rule led to when it was called: the numbers and references in arrays and
 * objects. The rule's pullback runs such a function again, when the program may have overwritten what it reads. Not
 * thread safe.
 */
public interface FunctionMemory {

    /** Remembers what everything that an object leads to holds now; what is known already stays as it was. */
    void add(@Nullable Object object);

    /**
     * Puts back what was in everything that a function led to, to be undone when it has run.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if something has changed that cannot be put back
     */
    Recalled recall(Object function);

    /** What is as it was when the method was called. */
    interface Recalled extends AutoCloseable {
        /** Nothing had changed. */
        Recalled UNCHANGED = () -> {};

        /** Puts back what the program has left. */
        @Override
        void close();
    }
}
