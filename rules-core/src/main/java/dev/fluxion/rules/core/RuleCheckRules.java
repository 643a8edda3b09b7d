package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;
import dev.fluxion.runtime.rule.RuleChecks;

/** What looks at rules in checked mode changes no number. */
@Rules(of = RuleChecks.class)
@NonDifferentiable
final class RuleCheckRules {

    private RuleCheckRules() {}
}
