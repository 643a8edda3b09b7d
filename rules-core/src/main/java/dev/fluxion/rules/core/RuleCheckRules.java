package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;
import dev.fluxion.runtime.rule.RuleChecks;
import dev.fluxion.runtime.rule.ThrownWrites;

/** What looks at calls of methods with rules changes no number. */
@Rules(of = {RuleChecks.class, ThrownWrites.class})
@NonDifferentiable
final class RuleCheckRules {

    private RuleCheckRules() {}
}
