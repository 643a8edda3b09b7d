/** Derivatives of what java.lang and Fluxion itself provide. */
module dev.fluxion.rules.core {
    requires dev.fluxion.api;
    requires static org.jspecify;

    // classes that differentiated code uses, and makes objects of
    opens dev.fluxion.rules.core.buffers;
    opens dev.fluxion.rules.core.handles;
    opens dev.fluxion.rules.core.memory;

    provides dev.fluxion.rule.RuleProvider with
            dev.fluxion.rules.core.CoreRules;
}
