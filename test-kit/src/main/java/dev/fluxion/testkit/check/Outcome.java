package dev.fluxion.testkit.check;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What checking a program gave.
 *
 * @param findings what is wrong
 * @param refusals the error ids for which the derivative was refused; none if there is one
 * @param oracle why the oracle could not tell, or null
 * @param differences at how many points finite differences could tell
 * @param modes what other modes refuse of a program that has a gradient, such as {@code pullback FX-0114}; null if they
 *     were not looked at
 */
public record Outcome(
        List<Finding> findings,
        List<String> refusals,
        @Nullable String oracle,
        int differences,
        @Nullable List<String> modes) {

    /** Copies the lists in. */
    public Outcome {
        findings = List.copyOf(findings);
        refusals = List.copyOf(refusals);
        modes = modes == null ? null : List.copyOf(modes);
    }

    /** Returns whether a finding is of that kind. */
    public boolean has(Finding.Kind kind) {
        for (Finding finding : findings) {
            if (finding.kind() == kind) {
                return true;
            }
        }
        return false;
    }
}
