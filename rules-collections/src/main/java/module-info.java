/** Derivatives through the collections, functions and streams of java.util. */
module dev.fluxion.rules.collections {
    requires dev.fluxion.api;
    requires static org.jspecify;

    // objects of these classes are made and used by differentiated code
    opens dev.fluxion.rules.collections.streams;

    provides dev.fluxion.rule.RuleProvider with
            dev.fluxion.rules.collections.CollectionsRules;
}
