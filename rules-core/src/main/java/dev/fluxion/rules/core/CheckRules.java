package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

/** Argument checks that return nothing or an index; those that hand their argument on need no rule. */
@Rules(ofNames = "com.google.common.base.Preconditions")
@NonDifferentiable(
        of = {"checkArgument", "checkState", "checkElementIndex", "checkPositionIndex", "checkPositionIndexes"})
final class CheckRules {

    private CheckRules() {}
}
