package dev.fluxion.runtime.rule;

import dev.fluxion.rule.Adjoints;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

/**
 * What emitted code calls around each rule in checked mode, see {@link
 * dev.fluxion.Differentiator.Builder#checkedRules}. Nothing flows through these calls, so that code with them is
 * differentiated as it would be without.
 */
public final class RuleChecks {

    private RuleChecks() {}

    /**
     * Starts to look at a call of a method of numbers.
     *
     * @param rule the rule's name
     */
    public static CheckedCall start(String rule) {
        return new CheckedCall(rule, null);
    }

    /**
     * Starts to look at a call.
     *
     * @param rule the rule's name
     * @param linker knows how numbers lie in objects
     */
    public static CheckedCall start(String rule, Linker linker) {
        return new CheckedCall(rule, linker.cotangents());
    }

    /** Remembers the next argument. */
    public static void argument(CheckedCall call, double argument) {
        call.argument(argument);
    }

    /** Remembers the next argument. */
    public static void argument(CheckedCall call, float argument) {
        call.argument(argument);
    }

    /** Remembers the next argument. */
    public static void argument(CheckedCall call, long argument) {
        call.argument(argument);
    }

    /** Remembers the next argument. */
    public static void argument(CheckedCall call, int argument) {
        call.argument(argument);
    }

    /** Remembers the next argument. */
    public static void argument(CheckedCall call, @Nullable Object argument) {
        call.argument(argument);
    }

    /** Remembers the value. */
    public static void value(CheckedCall call, double value) {
        call.value(value);
    }

    /** Remembers the value. */
    public static void value(CheckedCall call, float value) {
        call.value(value);
    }

    /** Remembers the value. */
    public static void value(CheckedCall call, long value) {
        call.value(value);
    }

    /** Remembers the value. */
    public static void value(CheckedCall call, int value) {
        call.value(value);
    }

    /** Remembers the value. */
    public static void value(CheckedCall call, @Nullable Object value) {
        call.value(value);
    }

    /** Remembers the numbers that an array or object leads to which the pullback has captured. */
    public static void captured(CheckedCall call, @Nullable Object object) {
        if (object != null) {
            call.capture(object);
        }
    }

    /**
     * Checks a partial derivative.
     *
     * @param bar the cotangent of the value
     * @param factor the partial
     * @param product what comes of both
     * @param argument the argument's index
     * @param mayBeInfinite whether the rule has said that it knows of infinite slopes
     */
    public static void partial(
            CheckedCall call, double bar, double factor, double product, int argument, boolean mayBeInfinite) {
        call.partial(bar, factor, product, argument, mayBeInfinite);
    }

    /**
     * Checks a partial derivative.
     *
     * @param bar the cotangent of the value
     * @param factor the partial
     * @param product what comes of both
     * @param argument the argument's index
     * @param mayBeInfinite whether the rule has said that it knows of infinite slopes
     */
    public static void partial(
            CheckedCall call, float bar, float factor, float product, int argument, boolean mayBeInfinite) {
        call.partial(bar, factor, product, argument, mayBeInfinite);
    }

    /**
     * Looks at what is there before a pullback that returns cotangents.
     *
     * @param bar the cotangent of the value
     */
    public static void before(CheckedCall call, @Nullable Object bar) {
        call.before(bar, null);
    }

    /**
     * Looks at what is there before a pullback that works in place.
     *
     * @param bar the cotangent of the value, if that is a number or an array of numbers
     */
    public static void before(CheckedCall call, @Nullable Object bar, Shadows shadows) {
        call.before(bar, shadows);
    }

    /** Checks that a pullback has left alone what is not its own. */
    public static void after(CheckedCall call) {
        call.expectUntouched();
    }

    /** Checks the cotangent that a pullback has returned for an argument. */
    public static void cotangent(CheckedCall call, int argument, double cotangent) {
        call.cotangent(argument, cotangent);
    }

    /** Checks the cotangent that a pullback has returned for an argument. */
    public static void cotangent(CheckedCall call, int argument, float cotangent) {
        call.cotangent(argument, cotangent);
    }

    /** Checks the cotangent that a pullback has returned for an argument. */
    public static void cotangent(CheckedCall call, int argument, @Nullable Object cotangent) {
        call.cotangent(argument, cotangent);
    }

    /**
     * Checks what a pullback that works in place has left.
     *
     * @param adjoints what it has worked on
     */
    public static void after(CheckedCall call, Adjoints adjoints, Shadows shadows) {
        call.afterInPlace(adjoints, shadows);
    }
}
