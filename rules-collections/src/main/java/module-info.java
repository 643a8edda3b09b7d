/** Derivatives through the collections, functions and streams of java.util. */
module dev.fluxion.rules.collections {
    requires dev.fluxion.api;
    requires static org.jspecify;

    // objects of these classes are made and used by differentiated code
    opens dev.fluxion.rules.collections;
    opens dev.fluxion.rules.collections.collectors;
    opens dev.fluxion.rules.collections.gatherers;
    opens dev.fluxion.rules.collections.receivers;
    opens dev.fluxion.rules.collections.streams;
    opens dev.fluxion.rules.collections.streams.doubles;
    opens dev.fluxion.rules.collections.streams.ints;
    opens dev.fluxion.rules.collections.streams.longs;
    opens dev.fluxion.rules.collections.streams.objects;
    opens dev.fluxion.rules.collections.streams.plain;
    opens dev.fluxion.rules.collections.traversal;

    provides dev.fluxion.rule.RuleProvider with
            dev.fluxion.rules.collections.CollectionsRules;
}
