package dev.fluxion.rules.special;

import dev.fluxion.rule.RuleProvider;

import java.util.ArrayList;
import java.util.List;

/** Provides the rules of this module. */
public final class SpecialRules implements RuleProvider {

    /** Makes the provider. */
    public SpecialRules() {}

    @Override
    public List<Class<?>> ruleClasses() {
        List<Class<?>> classes = new ArrayList<>();
        classes.add(SeriesRules.class);
        classes.add(SeriesRules.OfLogGamma.class);
        classes.addAll(HipparchusRules.CLASSES);
        classes.addAll(CommonsGammaRules.CLASSES);
        classes.addAll(CommonsIncompleteRules.CLASSES);
        classes.addAll(CommonsErrorRules.CLASSES);
        return classes;
    }
}
