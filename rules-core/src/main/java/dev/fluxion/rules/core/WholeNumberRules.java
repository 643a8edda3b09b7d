package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

/** Types that hold no floating-point number: nothing they do carries a derivative. */
@Rules(of = {Boolean.class, Character.class, Byte.class, Short.class, Integer.class, Long.class})
@NonDifferentiable
final class WholeNumberRules {

    private WholeNumberRules() {}
}
