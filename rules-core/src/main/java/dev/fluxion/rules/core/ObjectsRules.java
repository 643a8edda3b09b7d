package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.Objects;

/** Checks and comparisons of {@code Objects}; {@code requireNonNull} hands its argument on, and needs no rule. */
@Rules(of = Objects.class)
@NonDifferentiable(
        of = {
            "equals",
            "deepEquals",
            "hashCode",
            "hash",
            "toString",
            "toIdentityString",
            "compare",
            "isNull",
            "nonNull",
            "checkIndex",
            "checkFromToIndex",
            "checkFromIndexSize"
        })
final class ObjectsRules {

    private ObjectsRules() {}
}
