/** Derivatives of EJML's dense operations. */
module com.example.ejml.rules {
    requires dev.fluxion.api;
    requires ejml.core;
    requires ejml.ddense;

    provides dev.fluxion.rule.RuleProvider with
            com.example.ejml.EjmlRules;
}
