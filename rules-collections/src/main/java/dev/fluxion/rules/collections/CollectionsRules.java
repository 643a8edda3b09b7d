package dev.fluxion.rules.collections;

import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rules.collections.streams.CollectionStreamRules;
import dev.fluxion.rules.collections.streams.StreamRules;

import java.util.List;

/** Provides the rules of this module. */
public final class CollectionsRules implements RuleProvider {

    /** Makes the provider. */
    public CollectionsRules() {}

    @Override
    public List<Class<?>> ruleClasses() {
        return List.of(
                CollectionRules.class,
                UtilityRules.class,
                OptionalRules.class,
                StreamRules.class,
                StreamRules.Opaque.class,
                CollectionStreamRules.class);
    }
}
