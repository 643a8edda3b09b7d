package dev.fluxion.rules.core;

import dev.fluxion.rule.RuleProvider;

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
                ThrowableRules.class);
    }
}
