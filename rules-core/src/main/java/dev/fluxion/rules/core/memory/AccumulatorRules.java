package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Refused;
import dev.fluxion.rule.Rules;

import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;

/** An accumulator applies its function where nobody sees it. Whole numbers and text of either carry no derivative. */
@Rules(of = {DoubleAccumulator.class, DoubleAdder.class})
@NonDifferentiable(of = {"toString", "intValue", "longValue"})
public final class AccumulatorRules {

    private AccumulatorRules() {}

    /** What takes numbers, or gives them back. */
    @Rules(of = DoubleAccumulator.class)
    @Refused(
            of = {"<init>", "accumulate", "get", "getThenReset", "doubleValue", "floatValue", "reset"},
            because = "a DoubleAccumulator keeps its numbers as bits, and applies its function to them out of sight",
            instead = "a local variable, a field or a DoubleAdder")
    public static final class Hidden {

        private Hidden() {}
    }
}
