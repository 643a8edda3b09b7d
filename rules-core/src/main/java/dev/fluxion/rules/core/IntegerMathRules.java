package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

/** Functions that are piecewise constant, random, or of whole numbers only. */
@Rules(of = {Math.class, StrictMath.class})
@NonDifferentiable(
        of = {
            "signum",
            "ulp",
            "rint",
            "floor",
            "ceil",
            "round",
            "getExponent",
            "random",
            "abs",
            "max",
            "min",
            "clamp",
            "absExact",
            "addExact",
            "subtractExact",
            "multiplyExact",
            "divideExact",
            "incrementExact",
            "decrementExact",
            "negateExact",
            "powExact",
            "toIntExact",
            "unsignedMultiplyExact",
            "unsignedPowExact",
            "multiplyFull",
            "multiplyHigh",
            "unsignedMultiplyHigh",
            "floorDiv",
            "floorDivExact",
            "floorMod",
            "ceilDiv",
            "ceilDivExact",
            "ceilMod"
        })
final class IntegerMathRules {

    private IntegerMathRules() {}
}
