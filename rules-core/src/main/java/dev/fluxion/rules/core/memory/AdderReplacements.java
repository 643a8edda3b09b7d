package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.runtime.Bits;

import java.util.concurrent.atomic.DoubleAdder;

/**
 * {@code DoubleAdder}, which hides its sum in bits: the adder gives the value, and a {@link Sums.Sum} that undergoes
 * the same has the derivative. What was added before the function began is constant.
 */
@Rules(of = DoubleAdder.class)
public final class AdderReplacements {

    private AdderReplacements() {}

    @Replacement(of = "add")
    static void add(DoubleAdder adder, double x) {
        Sums.add(adder, x);
        Sums.of(adder).total += x;
    }

    @Replacement(of = "sum")
    static double sum(DoubleAdder adder) {
        return Bits.carry(Sums.sum(adder), Sums.of(adder).total, 1);
    }

    @Replacement(of = "doubleValue")
    static double doubleValue(DoubleAdder adder) {
        return Bits.carry(Sums.sum(adder), Sums.of(adder).total, 1);
    }

    @Replacement(of = "floatValue")
    static float floatValue(DoubleAdder adder) {
        return (float) Bits.carry(Sums.sum(adder), Sums.of(adder).total, 1);
    }

    @Replacement(of = "reset")
    static void reset(DoubleAdder adder) {
        Sums.reset(adder);
        Sums.of(adder).total = 0;
    }

    @Replacement(of = "sumThenReset")
    static double sumThenReset(DoubleAdder adder) {
        Sums.Sum sum = Sums.of(adder);
        double result = Bits.carry(Sums.sumThenReset(adder), sum.total, 1);
        sum.total = 0;
        return result;
    }
}
