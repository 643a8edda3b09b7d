/** Derivatives of what java.lang and Fluxion itself provide. */
module dev.fluxion.rules.core {
    requires dev.fluxion.api;
    requires static org.jspecify;

    provides dev.fluxion.rule.RuleProvider with
            dev.fluxion.rules.core.CoreRules;
}
