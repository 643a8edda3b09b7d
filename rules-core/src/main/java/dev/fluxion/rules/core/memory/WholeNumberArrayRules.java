package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

/** Copies of arrays of whole numbers. */
@Rules(of = {boolean[].class, byte[].class, char[].class, short[].class, int[].class, long[].class})
@NonDifferentiable(of = "clone")
public final class WholeNumberArrayRules {

    private WholeNumberArrayRules() {}
}
