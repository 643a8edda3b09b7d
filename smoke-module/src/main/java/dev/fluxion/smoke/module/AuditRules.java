package dev.fluxion.smoke.module;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;

/** What a provider says of a whole package. */
@Rules(ofPackages = "dev.fluxion.smoke.module.audit")
@NonDifferentiable
public final class AuditRules implements RuleProvider {

    /** ServiceLoader makes it. */
    public AuditRules() {}
}
