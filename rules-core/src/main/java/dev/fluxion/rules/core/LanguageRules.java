package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

/** What every object, class and enum constant can be asked; none of it is a floating-point number. */
@Rules(of = {Object.class, Class.class, Enum.class})
@NonDifferentiable(
        of = {
            "<init>",
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "compareTo",
            "name",
            "ordinal",
            "getDeclaringClass",
            "getName",
            "getSimpleName",
            "getTypeName",
            "desiredAssertionStatus",
            "isInstance",
            "isAssignableFrom"
        })
final class LanguageRules {

    private LanguageRules() {}
}
