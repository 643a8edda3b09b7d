package dev.fluxion.engine.rule;

import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a provider says of one method. */
public sealed interface Rule {

    /** Returns the class in which the rule is written. */
    Class<?> source();

    /**
     * Partial derivatives, one method for each argument that has one.
     *
     * @param source the rule class
     * @param partials in the order in which they are declared
     */
    record Partials(Class<?> source, List<PartialMethod> partials) implements Rule {
        /** Copies the list in. */
        public Partials {
            partials = List.copyOf(partials);
        }
    }

    /**
     * Plain Java that stands for the method.
     *
     * @param method a static method that takes the receiver, if any, and the arguments
     */
    record Replacement(Class<?> source, MethodRef method) implements Rule {}

    /**
     * The method only moves references.
     *
     * @param withLambda what stands for it where it is given a lambda that differentiated code makes; null if nothing
     */
    record Moves(Class<?> source, @Nullable MethodRef withLambda) implements Rule {}

    /** No derivative flows through the method. */
    record NonDifferentiable(Class<?> source) implements Rule {}

    /**
     * No derivative of the method is known.
     *
     * @param why the reason
     * @param instead what to do
     */
    record Refused(Class<?> source, String why, String instead) implements Rule {}

    /**
     * A static method that computes a partial derivative.
     *
     * @param method the method, which takes the arguments and the result
     * @param wrt the index of the argument, counting the receiver
     * @param strongZero whether a zero partial wins over an infinite cotangent
     */
    record PartialMethod(MethodRef method, int wrt, boolean strongZero) {}
}
