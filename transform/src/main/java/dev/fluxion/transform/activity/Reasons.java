package dev.fluxion.transform.activity;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.symbol.MethodRef;

/** What {@link Coverage} says of each construct that an adjoint cannot follow. */
final class Reasons {

    private Reasons() {}

    static Diagnostic opaque(Position where, String callee, String why) {
        return Diagnostic.of(
                ErrorId.NO_RULE,
                "cannot differentiate the call to " + callee,
                where,
                why,
                "pass numbers or arrays of numbers, or give the method a rule (docs/rules.md)");
    }

    static Diagnostic irreducible(Position where) {
        return Diagnostic.of(
                ErrorId.IRREDUCIBLE_CONTROL_FLOW,
                "cannot differentiate a loop that is entered at two places",
                where,
                "its iterations cannot be told apart when they are reversed",
                "rewrite it as a while loop, or give the method a rule");
    }

    static Diagnostic oneOfSeveral(Position where) {
        return Diagnostic.of(
                ErrorId.DYNAMIC_CALL,
                "cannot differentiate the call of one of several lambdas",
                where,
                "which of them it is is known only when the code runs",
                "choose between calls instead of between functions");
    }

    static Diagnostic hiddenFunction(Position where, MethodRef callee) {
        if (NestedReasons.isOfApi(callee)) {
            Diagnostic nested = NestedReasons.of(callee);
            return Diagnostic.of(nested.id(), nested.what(), where, nested.why(), nested.remedy());
        }
        return Diagnostic.of(
                ErrorId.DYNAMIC_CALL,
                "cannot differentiate a function that is given to " + callee.display(),
                where,
                "it has captured an active value, or works on active memory, and what runs it cannot be looked into",
                "call the function in a loop of your own, or give the method a rule (docs/rules.md)");
    }

    static Diagnostic keptBits(Position where) {
        return Diagnostic.of(
                ErrorId.LOST_BITS,
                "cannot differentiate the bits of an active number that are kept or handed on",
                where,
                "a number is put together elsewhere from bits, maybe these, and its derivative would be lost",
                "keep the number itself, or give the method a rule (docs/rules.md)");
    }

    static Diagnostic calledBack(Position where, String callback) {
        return Diagnostic.of(
                ErrorId.DYNAMIC_CALL,
                "cannot differentiate " + callback + ", which may be called back from here",
                where,
                "it changes numbers that are read again, and what calls it cannot be looked into",
                "call it yourself, or let it leave numbers alone");
    }

    static Diagnostic dynamic(String what, Position where) {
        return Diagnostic.of(
                ErrorId.DYNAMIC_CALL,
                "cannot differentiate through " + what,
                where,
                "it is bound only when it first runs",
                "call a method instead, or pass the values another way");
    }
}
