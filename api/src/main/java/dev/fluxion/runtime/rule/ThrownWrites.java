package dev.fluxion.runtime.rule;

import dev.fluxion.runtime.Linker;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Looks whether a method with a rule has written to numbers before it threw an exception that the program catches:
 * there is no pullback then that would take their adjoints.
 */
public final class ThrownWrites {

    private static final double[] NOTHING = {};

    private ThrownWrites() {}

    /**
     * Returns the numbers that an argument leads to; null if that is not known, as of a lambda.
     *
     * @param linker knows how numbers lie in objects
     */
    public static double @Nullable [] before(Linker linker, @Nullable Object argument) {
        if (argument == null) {
            return NOTHING;
        }
        return argument.getClass().isHidden() ? null : linker.cotangents().numbers(argument);
    }

    /**
     * Compares them, if something was thrown.
     *
     * @param rule the name of the rule
     * @param before what {@link #before} has returned before the call
     * @param thrown what the method has thrown; null if nothing
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if they have changed, or may have
     */
    public static void check(
            Linker linker,
            String rule,
            @Nullable Object argument,
            double @Nullable [] before,
            @Nullable Object thrown) {
        if (thrown != null && (before == null || !Arrays.equals(before, before(linker, argument)))) {
            throw RuleFailures.wroteAndThrew(rule, thrown);
        }
    }
}
