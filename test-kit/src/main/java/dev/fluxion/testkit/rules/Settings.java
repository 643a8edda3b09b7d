package dev.fluxion.testkit.rules;

import dev.fluxion.Differentiator;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How a rule is tested.
 *
 * @param lookup what reaches the rules and their methods, or null
 * @param relative the tolerance relative to the expected number
 * @param absolute the absolute tolerance
 * @param ulps by how many units in the last place the rule's value may differ from the method's
 * @param seed of the random tangents
 * @param left the checks that are left out
 * @param bytes how much a call may allocate, or -1 for any amount
 * @param gradients what differentiates the rules and the calls of their methods
 */
record Settings(
        MethodHandles.@Nullable Lookup lookup,
        double relative,
        double absolute,
        int ulps,
        long seed,
        Set<Check> left,
        long bytes,
        Supplier<Differentiator> gradients) {

    /** Returns the tolerances of ChainRulesTestUtils. */
    static Settings standard(MethodHandles.@Nullable Lookup lookup, Supplier<Differentiator> gradients) {
        return new Settings(lookup, 1e-9, 1e-9, 0, 42, Set.of(), -1, gradients);
    }

    Settings within(double newRelative, double newAbsolute) {
        return new Settings(lookup, newRelative, newAbsolute, ulps, seed, left, bytes, gradients);
    }

    Settings valueWithin(int newUlps) {
        return new Settings(lookup, relative, absolute, newUlps, seed, left, bytes, gradients);
    }

    Settings seed(long newSeed) {
        return new Settings(lookup, relative, absolute, ulps, newSeed, left, bytes, gradients);
    }

    Settings without(Set<Check> checks) {
        return new Settings(lookup, relative, absolute, ulps, seed, checks, bytes, gradients);
    }

    Settings allocating(long newBytes) {
        return new Settings(lookup, relative, absolute, ulps, seed, left, newBytes, gradients);
    }

    Settings using(Differentiator differentiator) {
        return new Settings(lookup, relative, absolute, ulps, seed, left, bytes, () -> differentiator);
    }
}
