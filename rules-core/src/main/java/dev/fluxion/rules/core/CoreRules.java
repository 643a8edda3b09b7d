package dev.fluxion.rules.core;

import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rules.core.buffers.BufferRules;
import dev.fluxion.rules.core.buffers.Buffers;
import dev.fluxion.rules.core.buffers.DoubleBufferReplacements;
import dev.fluxion.rules.core.buffers.FloatBufferReplacements;
import dev.fluxion.rules.core.handles.DoubleElementReplacements;
import dev.fluxion.rules.core.handles.ElementHandles;
import dev.fluxion.rules.core.handles.FloatElementReplacements;
import dev.fluxion.rules.core.memory.AccumulatorRules;
import dev.fluxion.rules.core.memory.AdderReplacements;
import dev.fluxion.rules.core.memory.AtomicReferenceRules;
import dev.fluxion.rules.core.memory.CounterRules;
import dev.fluxion.rules.core.memory.HolderRules;
import dev.fluxion.rules.core.memory.ReferenceArrayRules;
import dev.fluxion.rules.core.memory.ReflectedArrayRules;
import dev.fluxion.rules.core.memory.SegmentRules;
import dev.fluxion.rules.core.memory.Sums;
import dev.fluxion.rules.core.memory.WholeNumberArrayRules;
import dev.fluxion.rules.core.replacement.ArraysReplacements;
import dev.fluxion.rules.core.replacement.DoubleArrayReplacements;
import dev.fluxion.rules.core.replacement.FloatArrayReplacements;
import dev.fluxion.rules.core.replacement.ObjectPrefixReplacements;
import dev.fluxion.rules.core.replacement.Originals;
import dev.fluxion.rules.core.replacement.PrefixReplacements;
import dev.fluxion.rules.core.replacement.SortReplacements;
import dev.fluxion.rules.core.replacement.SystemReplacements;

import java.util.List;

/** Provides the rules of this module. */
public final class CoreRules implements RuleProvider {

    /** Makes the provider. */
    public CoreRules() {}

    @Override
    public List<Class<?>> ruleClasses() {
        return List.of(
                AlgebraicRules.class,
                MathRules.class,
                StrictMathRules.class,
                SelectionRules.class,
                FloatSelectionRules.class,
                IntegerMathRules.class,
                BitRules.class,
                DoubleRules.class,
                FloatRules.class,
                WholeNumberRules.class,
                LanguageRules.class,
                ObjectsRules.class,
                ArraysRules.class,
                SystemRules.class,
                SystemRules.Machine.class,
                SystemRules.Threads.class,
                SystemRules.Timers.class,
                RandomRules.class,
                RandomRules.Sources.class,
                DecimalRules.class,
                TextRules.class,
                LoggingRules.class,
                CheckRules.class,
                RuleCheckRules.class,
                ControlRules.class,
                ControlRules.Solvers.class,
                KnownOrdersRules.class,
                CheckpointRules.class,
                ThrowableRules.class,
                WholeNumberArrayRules.class,
                ReferenceArrayRules.class,
                ReflectedArrayRules.class,
                HolderRules.class,
                HolderRules.Scoped.class,
                AtomicReferenceRules.class,
                CounterRules.class,
                SegmentRules.class,
                SegmentRules.Layouts.class,
                Sums.class,
                AdderReplacements.class,
                AccumulatorRules.class,
                AccumulatorRules.Hidden.class,
                ElementHandles.class,
                DoubleElementReplacements.class,
                FloatElementReplacements.class,
                BufferRules.class,
                Buffers.class,
                DoubleBufferReplacements.class,
                FloatBufferReplacements.class,
                GaussianReplacements.class,
                GaussianReplacements.Draw.class,
                Originals.class,
                SystemReplacements.class,
                ArraysReplacements.class,
                SortReplacements.class,
                PrefixReplacements.class,
                ObjectPrefixReplacements.class,
                DoubleArrayReplacements.class,
                FloatArrayReplacements.class);
    }
}
