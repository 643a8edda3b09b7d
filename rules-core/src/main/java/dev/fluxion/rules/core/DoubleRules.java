package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

/**
 * The static helpers of {@code Double}: comparisons, bits and text carry no derivative. Boxing does, and needs no rule.
 */
@Rules(of = Double.class)
@NonDifferentiable(
        of = {
            "compare",
            "compareTo",
            "equals",
            "hashCode",
            "isFinite",
            "isInfinite",
            "isNaN",
            "doubleToLongBits",
            "doubleToRawLongBits",
            "longBitsToDouble",
            "byteValue",
            "shortValue",
            "intValue",
            "longValue",
            "parseDouble",
            "valueOf(Ljava/lang/String;)Ljava/lang/Double;",
            "toString",
            "toHexString",
            "describeConstable",
            "resolveConstantDesc"
        })
final class DoubleRules {

    private DoubleRules() {}

    @Partial(of = "sum", wrt = 0)
    static double sumWrtX(double x, double y, double r) {
        return 1;
    }

    @Partial(of = "sum", wrt = 1)
    static double sumWrtY(double x, double y, double r) {
        return 1;
    }

    /** As {@code Math.max}: a tie goes to the second argument. */
    @Partial(of = "max", wrt = 0)
    static double maxWrtX(double x, double y, double r) {
        return x > y ? 1 : 0;
    }

    @Partial(of = "max", wrt = 1)
    static double maxWrtY(double x, double y, double r) {
        return x > y ? 0 : 1;
    }

    /** As {@code Math.min}: a tie goes to the first argument. */
    @Partial(of = "min", wrt = 0)
    static double minWrtX(double x, double y, double r) {
        return x > y ? 0 : 1;
    }

    @Partial(of = "min", wrt = 1)
    static double minWrtY(double x, double y, double r) {
        return x > y ? 1 : 0;
    }
}
