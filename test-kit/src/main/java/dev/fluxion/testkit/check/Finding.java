package dev.fluxion.testkit.check;

/**
 * Something that is wrong with the derivative of a program.
 *
 * @param kind what kind of thing
 * @param detail numbers and texts
 */
public record Finding(Kind kind, String detail) {

    /** Kinds of findings. A program that is made smaller keeps its kind. */
    public enum Kind {
        /** The derivative was refused; a finding only where that is not allowed. */
        REFUSED,
        /** Making the derivative ended with an exception that is no refusal. */
        CRASHED,
        /** Raised to IR and lowered again, the program does something else. */
        ROUND_TRIP,
        /** The program as the gradient runs it does something else: value, exception, argument or static fields. */
        PRIMAL,
        /** A second call of the same gradient gave other bits. */
        REPEATED,
        /** The oracle, which runs the IR, computes another value than Java: the IR or the oracle is wrong. */
        RAISED,
        /** The gradient differs from the oracle's. */
        ORACLE,
        /** The gradient differs from finite differences. */
        DIFFERENCES,
        /** Forward mode differs from the gradient, or from the pullback: {@code <Jv, w>} is not {@code <v, J'w>}. */
        FORWARD,
        /** A pullback differs from the gradient, or from itself when applied again. */
        PULLBACK,
        /** A Hessian is not symmetric, or differs from differences of gradients. */
        HESSIAN
    }

    @Override
    public String toString() {
        return kind + ": " + detail;
    }
}
