package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;
import dev.fluxion.runtime.Bits;

/** Numbers that are taken apart into bits and put together again, see {@link Bits}. */
@Rules(of = Bits.class)
@NonDifferentiable(of = {"rate", "left", "right"})
final class BitRules {

    private BitRules() {}

    @Partial(of = "lift", wrt = 0)
    static double liftWrtX(double x, double rate, double r) {
        return rate;
    }

    @Partial(of = "carry", wrt = 1)
    static double carryWrtCompanion(double y, double companion, double rate, double r) {
        return rate;
    }
}
