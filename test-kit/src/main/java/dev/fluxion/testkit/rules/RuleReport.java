package dev.fluxion.testkit.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What has been checked, all of it with success.
 *
 * @param rule the rule, with its class
 * @param passed the checks that were made
 * @param notes what could not be checked and why, such as a cotangent that is not implemented
 */
public record RuleReport(String rule, Set<Check> passed, List<String> notes) {

    /** Copies what it is given. */
    public RuleReport {
        EnumSet<Check> checks = EnumSet.noneOf(Check.class);
        checks.addAll(passed);
        passed = java.util.Collections.unmodifiableSet(checks);
        notes = List.copyOf(notes);
    }
}
