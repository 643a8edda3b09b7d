/** A consumer that requires the API alone; engine, rules and backend come by service binding. It brings a rule. */
module dev.fluxion.smoke.module {
    requires dev.fluxion.api;

    provides dev.fluxion.rule.RuleProvider with
            dev.fluxion.smoke.module.AuditRules,
            dev.fluxion.smoke.module.ExactRules;
}
