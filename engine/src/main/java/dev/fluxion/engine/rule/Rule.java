package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a provider says of one method. */
public sealed interface Rule {

    /** Returns the class in which the rule is written. */
    Class<?> source();

    /** Returns module and jar of that class, in brackets and after a space; nothing if there are none. */
    default String origin() {
        return RuleOrigins.where(source());
    }

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

    /** Whatever other rules say, the method's own code counts. */
    record OptedOut(Class<?> source) implements Rule {}

    /**
     * A value with its pullback, a value with its tangent, or both.
     *
     * @param reverse null if there is none
     * @param forward takes the arguments and then their tangents; null if there is none
     */
    record General(Class<?> source, @Nullable ReverseMethod reverse, @Nullable MethodRef forward) implements Rule {}

    /**
     * No derivative of the method is known.
     *
     * @param why the reason
     * @param instead what to do
     */
    record Refused(Class<?> source, String why, String instead) implements Rule {}

    /**
     * Two rules contradict, and none wins.
     *
     * @param clash which ones, and what to do
     */
    record Clashing(Class<?> source, Diagnostic clash) implements Rule {}

    /**
     * A static method that computes a partial derivative.
     *
     * @param method the method, which takes the arguments and the result
     * @param wrt the index of the argument, counting the receiver
     * @param strongZero whether a zero partial wins over an infinite cotangent
     */
    record PartialMethod(MethodRef method, int wrt, boolean strongZero) {}

    /**
     * A static method that computes what the method does, and gives back its pullback.
     *
     * @param method the method, which takes the arguments
     * @param writes the arguments that it leaves numbers in
     */
    record ReverseMethod(MethodRef method, List<Integer> writes) {

        private static final String BY_VALUE = "Ldev/fluxion/rule/ValueAndPullback;";
        private static final String IN_PLACE = "Ldev/fluxion/rule/ValueAndPullbackInPlace;";
        private static final String VOID = "Ldev/fluxion/rule/VoidPullback;";

        /** Copies the list in. */
        public ReverseMethod {
            writes = List.copyOf(writes);
        }

        /** Returns whether a method returns what such a rule does. */
        static boolean isResult(MethodRef method) {
            String result = result(method);
            return result.equals(BY_VALUE) || result.equals(IN_PLACE) || result.equals(VOID);
        }

        /** Returns whether its pullback returns the cotangents. */
        boolean isByValue() {
            return result(method).equals(BY_VALUE);
        }

        /** Returns whether it is for a method without a value. */
        boolean isVoid() {
            return result(method).equals(VOID);
        }

        private static String result(MethodRef method) {
            return method.descriptor().substring(method.descriptor().indexOf(')') + 1);
        }
    }
}
