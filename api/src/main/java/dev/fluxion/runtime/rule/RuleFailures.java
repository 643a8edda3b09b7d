package dev.fluxion.runtime.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.tangent.NotImplemented;

import org.jspecify.annotations.Nullable;

/** What is said of a rule that does not keep what it has promised of the method that it is for. */
final class RuleFailures {

    private RuleFailures() {}

    static NotDifferentiableException nothing(String rule) {
        return failure(
                "the rule " + rule + " returned null",
                "what it returns holds the method's value, if there is one, and the pullback",
                "a value with its pullback, or an exception, if that is what the method would throw");
    }

    static NotDifferentiableException arity(String rule, int count, @Nullable Object given) {
        return failure(
                "the rule " + rule + " returned no cotangents for " + count + " arguments",
                "its pullback returned " + described(given),
                count <= 5
                        ? "Cotangents" + count + ", with one for each argument, the receiver counted"
                        : "a ValueAndPullbackInPlace, which takes any number of arguments");
    }

    static NotDifferentiableException cotangent(String rule, int argument, String wanted, @Nullable Object given) {
        if (given instanceof NotImplemented missing) {
            return notImplemented(rule, argument, missing);
        }
        return failure(
                "the rule " + rule + " returned a wrong cotangent for argument " + argument,
                "it is to be " + wanted + ", not " + described(given),
                "a cotangent of the argument's type and shape, or ZeroTangent where it is zero");
    }

    static NotDifferentiableException misfit(String rule, int argument, String why) {
        return failure(
                "the rule " + rule + " returned a wrong cotangent for argument " + argument,
                why,
                "a cotangent of the argument's type and shape, or ZeroTangent where it is zero");
    }

    static NotDifferentiableException notImplemented(String rule, int argument, NotImplemented missing) {
        return failure(
                "the rule " + rule + " cannot say the derivative in argument " + argument,
                missing.reason(),
                "keeping active numbers out of that argument, or a rule that knows it");
    }

    static NotDifferentiableException noTangent(String rule) {
        return failure(
                "the rule " + rule + " returned null",
                "what it returns holds the method's value and its tangent",
                "a ValueAndTangent, or an exception, if that is what the method would throw");
    }

    static NotDifferentiableException tangent(String rule, String wanted, @Nullable Object given) {
        return failure(
                "the rule " + rule + " returned a wrong tangent",
                "it is to be " + wanted + ", not " + described(given),
                "a tangent of the value's type and shape");
    }

    static NotDifferentiableException tangentMisfit(String rule, String why) {
        return failure(
                "the rule " + rule + " returned a wrong tangent", why, "a tangent of the value's type and shape");
    }

    static NotDifferentiableException tangentTaken(String rule, int argument, Class<?> type, String given) {
        return failure(
                "the rule " + rule + " takes the tangent of argument " + argument + " as a " + type.getTypeName(),
                "it is " + given,
                "the argument's own type for records, lists and maps; Tangent for objects of other classes; Object if"
                        + " it may be NoTangent");
    }

    static NotDifferentiableException wroteForward(String rule, int argument) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.RULE_FAILED,
                        "the method of the forward rule " + rule + " has changed numbers in argument " + argument,
                        "such a rule gives the tangent of the value only, and theirs would be wrong",
                        "no @Forward rule for this method: its own code is differentiated then"));
    }

    static NotDifferentiableException thrown(String rule, Exception exception) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.RULE_FAILED,
                        "the pullback of the rule " + rule + " failed",
                        "it threw " + exception,
                        "correcting the rule, or leaving it out: @OptOut in a provider with overrides = true"),
                exception);
    }

    static NotDifferentiableException wroteAndThrew(String rule, Object thrown) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.RULE_FAILED,
                        "the method of the rule " + rule + " threw an exception that the program catches",
                        "it may have written to numbers before, and their derivatives are not known: " + thrown,
                        "checking the arguments before the call, or the method without the rule: @OptOut in a provider"
                                + " with overrides = true"));
    }

    static NotDifferentiableException partialNotFinite(String rule, int argument, double partial, String point) {
        return notFinite(
                "the rule " + rule + " gave the partial derivative " + partial + " in argument " + argument, point);
    }

    static NotDifferentiableException cotangentNotFinite(String rule, int argument, String number, String point) {
        return notFinite("the rule " + rule + " gave " + number + " in the cotangent of argument " + argument, point);
    }

    private static NotDifferentiableException notFinite(String what, String point) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.RULE_NOT_FINITE,
                        what,
                        "all that went in is finite: " + point,
                        "correcting the rule, or leaving it out: @OptOut in a provider with overrides = true; no"
                                + " checkedRules, if the method has a singular point here"));
    }

    static NotDifferentiableException overwritten(String rule, String why) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.RULE_OVERWRITTEN,
                        "the rule " + rule + " does not keep its numbers to itself",
                        why,
                        "a copy of the array, made by the rule's method for what is read later, by the pullback for"
                                + " what is written"));
    }

    private static NotDifferentiableException failure(String what, String why, String remedy) {
        return new NotDifferentiableException(Diagnostic.of(ErrorId.RULE_RESULT, what, why, remedy));
    }

    static String described(@Nullable Object given) {
        return switch (given) {
            case null -> "null";
            case double[] array -> "a double[] of length " + array.length;
            case float[] array -> "a float[] of length " + array.length;
            case Enum<?> kind -> kind.getDeclaringClass().getSimpleName();
            default -> "a " + given.getClass().getTypeName();
        };
    }
}
