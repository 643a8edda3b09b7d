package dev.fluxion.rules.core;

import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rules.core.memory.AtomicReferenceRules;
import dev.fluxion.rules.core.memory.CounterRules;
import dev.fluxion.rules.core.memory.HolderRules;
import dev.fluxion.rules.core.memory.ReferenceArrayRules;
import dev.fluxion.rules.core.memory.ReflectedArrayRules;
import dev.fluxion.rules.core.memory.WholeNumberArrayRules;
import dev.fluxion.rules.core.replacement.ArraysReplacements;
import dev.fluxion.rules.core.replacement.DoubleArrayReplacements;
import dev.fluxion.rules.core.replacement.FloatArrayReplacements;
import dev.fluxion.rules.core.replacement.Originals;
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
                RandomRules.class,
                TextRules.class,
                LoggingRules.class,
                CheckRules.class,
                ThrowableRules.class,
                WholeNumberArrayRules.class,
                ReferenceArrayRules.class,
                ReflectedArrayRules.class,
                HolderRules.class,
                AtomicReferenceRules.class,
                CounterRules.class,
                Originals.class,
                SystemReplacements.class,
                ArraysReplacements.class,
                SortReplacements.class,
                DoubleArrayReplacements.class,
                FloatArrayReplacements.class);
    }
}
