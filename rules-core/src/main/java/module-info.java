/** Derivatives of what java.lang and Fluxion itself provide. */
module dev.fluxion.rules.core {
    requires dev.fluxion.api;
    requires static org.jspecify;

    // objects of these classes are made and used by differentiated code
    opens dev.fluxion.rules.core.streams;

    provides dev.fluxion.rule.RuleProvider with
            dev.fluxion.rules.core.CoreRules;
}
