package dev.fluxion.transform;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a called method is, as far as differentiation goes. */
public sealed interface Target {

    /**
     * A method whose own bytecode is used.
     *
     * @param function its body, all of which may be run from where the derivative will live
     */
    record Body(Function function) implements Target {}

    /**
     * A method with a rule for its derivative in its numbers; it is a pure function of its arguments and of what the
     * objects among them hold.
     *
     * @param partials for each argument (the receiver first, if any) the partial derivative in it, or null where there
     *     is none, because the result does not vary with it or it is not a number
     * @param given of a method that is given objects; else null
     */
    record Rule(List<@Nullable Partial> partials, @Nullable Given given) implements Target {
        /** Copies the partials in. */
        public Rule {
            partials = Collections.unmodifiableList(new ArrayList<>(partials));
        }

        /** A function of numbers only. */
        public Rule(List<@Nullable Partial> partials) {
            this(partials, null);
        }

        /** Returns whether it is given objects, whose numbers its partials say nothing of. */
        public boolean isGivenObjects() {
            return given != null;
        }
    }

    /**
     * What there is to say of a method with partial derivatives that is given objects.
     *
     * @param plain what the method would be without the rule, which tells what it reads from the objects
     * @param linker a dynamic constant: what tells which numbers an object leads to, a {@link
     *     dev.fluxion.runtime.Linker}
     */
    record Given(Target plain, Constant linker) {}

    /**
     * A partial derivative.
     *
     * @param function takes the method's arguments and then its result; returns the partial
     * @param strongZero whether zero times infinity is zero: a partial of exactly zero for an infinite cotangent, or a
     *     cotangent of zero for an infinite partial, as where the branch that uses the result was not taken
     * @param checkedAs the rule's name, if it is checked that finite numbers give finite ones; else null
     */
    record Partial(Function function, boolean strongZero, @Nullable String checkedAs) {
        /** A partial that is not checked. */
        public Partial(Function function, boolean strongZero) {
            this(function, strongZero, null);
        }
    }

    /**
     * A method with a rule for the mode of the derivative: a value with its pullback, or with its tangent.
     *
     * @param rule the rule
     * @param plain what the method would be without it; that runs where the rule itself calls the method
     */
    record Ruled(MethodRule rule, Target plain) implements Target {}

    /**
     * A method that the receiver's class chooses when the code runs. Its derivative is found then, and may do anything
     * to memory.
     *
     * @param linker a dynamic constant: what finds it, a {@link dev.fluxion.runtime.Linker}
     */
    record Dispatched(Constant linker) implements Target {}

    /** A method through which no derivative flows, whatever it does. */
    record NonDifferentiable() implements Target {}

    /**
     * A method that only puts its arguments into a new object, or takes them out again: a box. Active values go in
     * without harm; a derivative cannot yet come out.
     */
    record Box() implements Target {}

    /**
     * A method that only moves references: it puts them somewhere, or finds them again, and neither reads nor writes
     * numbers that a derivative flows through, as those of collections do. No active number goes in. What comes out has
     * its shadow by its identity.
     *
     * @param withLambda what is inlined in the place of a call that is given a lambda made by the caller, which may do
     *     more than move references; null if the method takes none
     */
    record Moves(@Nullable Function withLambda) implements Target {
        /** A method that calls nothing back. */
        public Moves() {
            this(null);
        }
    }

    /**
     * A method that nothing is known of.
     *
     * @param reason why, with a remedy; its place and chain are filled in by who asked
     */
    record Refused(Diagnostic reason) implements Target {}
}
