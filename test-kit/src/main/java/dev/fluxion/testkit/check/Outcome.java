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
 */
public record Outcome(List<Finding> findings, List<String> refusals, @Nullable String oracle, int differences) {

    /** Copies the lists in. */
    public Outcome {
        findings = List.copyOf(findings);
        refusals = List.copyOf(refusals);
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
