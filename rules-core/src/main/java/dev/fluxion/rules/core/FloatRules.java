package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

/**
 * The static helpers of {@code Float}: comparisons, bits and text carry no derivative. Boxing does, and needs no rule.
 */
@Rules(of = Float.class)
@NonDifferentiable(
        of = {
            "compare",
            "compareTo",
            "equals",
            "hashCode",
            "isFinite",
            "isInfinite",
            "isNaN",
            "floatToIntBits",
            "floatToRawIntBits",
            "intBitsToFloat",
            "floatToFloat16",
            "float16ToFloat",
            "byteValue",
            "shortValue",
            "intValue",
            "longValue",
            "parseFloat",
            "valueOf(Ljava/lang/String;)Ljava/lang/Float;",
            "toString",
            "toHexString",
            "describeConstable",
            "resolveConstantDesc"
        })
final class FloatRules {

    private FloatRules() {}

    @Partial(of = "sum", wrt = 0)
    static float sumWrtX(float x, float y, float r) {
        return 1;
    }

    @Partial(of = "sum", wrt = 1)
    static float sumWrtY(float x, float y, float r) {
        return 1;
    }

    /** As {@code Math.max}: a tie goes to the second argument. */
    @Partial(of = "max", wrt = 0)
    static float maxWrtX(float x, float y, float r) {
        return x > y ? 1 : 0;
    }

    @Partial(of = "max", wrt = 1)
    static float maxWrtY(float x, float y, float r) {
        return x > y ? 0 : 1;
    }

    /** As {@code Math.min}: a tie goes to the first argument. */
    @Partial(of = "min", wrt = 0)
    static float minWrtX(float x, float y, float r) {
        return x > y ? 0 : 1;
    }

    @Partial(of = "min", wrt = 1)
    static float minWrtY(float x, float y, float r) {
        return x > y ? 1 : 0;
    }
}
