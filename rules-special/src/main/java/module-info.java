/** Derivatives of special functions: gamma, beta, their incomplete forms, error functions. */
module dev.fluxion.rules.special {
    requires transitive dev.fluxion.api;
    requires static org.jspecify;

    exports dev.fluxion.rules.special;

    // differentiated code calls what the formulas need
    opens dev.fluxion.rules.special;

    provides dev.fluxion.rule.RuleProvider with
            dev.fluxion.rules.special.SpecialRules;
}
