package dev.fluxion.testkit.oracle;

import org.jspecify.annotations.Nullable;

/**
 * What the oracle says about one call.
 *
 * @param value the result; 0 where an exception came out
 * @param thrown the class of the exception that came out, with dots, or null
 * @param gradient the partial derivatives in the elements of the argument, in their values at entry
 * @param scale for each partial derivative, the sum of the sizes of what it is a sum of: rounding errors are relative
 *     to this
 * @param argument the argument's elements after the call
 * @param path a number that is the same for calls that took the same branches, and different otherwise (nearly always)
 * @param usesFloats whether a float lies on a way from the argument to the value
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, not a value
public record Verdict(
        double value,
        @Nullable String thrown,
        double[] gradient,
        double[] scale,
        double[] argument,
        long path,
        boolean usesFloats) {}
