package dev.fluxion.rules.collections;

import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rules.collections.collectors.AdaptingCollectors;
import dev.fluxion.rules.collections.collectors.CollectorRules;
import dev.fluxion.rules.collections.collectors.ContainerCollectors;
import dev.fluxion.rules.collections.collectors.DoubleCollectors;
import dev.fluxion.rules.collections.collectors.GroupingCollectors;
import dev.fluxion.rules.collections.collectors.MapCollectors;
import dev.fluxion.rules.collections.collectors.PartitioningCollectors;
import dev.fluxion.rules.collections.collectors.TeeingCollectors;
import dev.fluxion.rules.collections.collectors.WholeNumberCollectors;
import dev.fluxion.rules.collections.gatherers.GathererRules;
import dev.fluxion.rules.collections.gatherers.GatherersRules;
import dev.fluxion.rules.collections.receivers.Receivers;
import dev.fluxion.rules.collections.streams.ArrayStreamRules;
import dev.fluxion.rules.collections.streams.CollectionStreamRules;
import dev.fluxion.rules.collections.streams.DoubleStreamRules;
import dev.fluxion.rules.collections.streams.IntStreamRules;
import dev.fluxion.rules.collections.streams.LongStreamRules;
import dev.fluxion.rules.collections.streams.StatisticsRules;
import dev.fluxion.rules.collections.streams.StreamRules;
import dev.fluxion.rules.collections.streams.StreamSupportRules;
import dev.fluxion.rules.collections.streams.doubles.Compensation;
import dev.fluxion.rules.collections.streams.doubles.PlainStatistics;
import dev.fluxion.rules.collections.streams.plain.Originals;
import dev.fluxion.rules.collections.streams.plain.Seen;
import dev.fluxion.rules.collections.traversal.ArrayListRules;
import dev.fluxion.rules.collections.traversal.CopyOnWriteListRules;
import dev.fluxion.rules.collections.traversal.CopyOnWriteSetRules;
import dev.fluxion.rules.collections.traversal.HashtableRules;
import dev.fluxion.rules.collections.traversal.IterableRules;
import dev.fluxion.rules.collections.traversal.MapRules;
import dev.fluxion.rules.collections.traversal.SpliteratorRules;
import dev.fluxion.rules.collections.traversal.WeakHashMapRules;

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
                ArrayListRules.class,
                CopyOnWriteListRules.class,
                CopyOnWriteSetRules.class,
                HashtableRules.class,
                WeakHashMapRules.class,
                SpliteratorRules.class,
                dev.fluxion.rules.collections.traversal.Originals.class,
                IterableRules.class,
                MapRules.class,
                ComparatorRules.class,
                OptionalRules.class,
                OptionalDoubleRules.class,
                OptionalIntRules.class,
                OptionalLongRules.class,
                GathererRules.class,
                GatherersRules.class,
                CountRules.class,
                ArrayStreamRules.class,
                CollectionStreamRules.class,
                DoubleStreamRules.class,
                IntStreamRules.class,
                LongStreamRules.class,
                Originals.class,
                Receivers.class,
                Seen.class,
                StatisticsRules.class,
                StreamRules.class,
                StreamSupportRules.class,
                StatisticsRules.Constants.class,
                Compensation.class,
                PlainStatistics.class,
                AdaptingCollectors.class,
                CollectorRules.class,
                ContainerCollectors.class,
                DoubleCollectors.class,
                GroupingCollectors.class,
                MapCollectors.class,
                PartitioningCollectors.class,
                TeeingCollectors.class,
                WholeNumberCollectors.class,
                CollectorRules.Originals.class);
    }
}
