package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.Arrays;

/** What {@code Arrays} says about arrays in text and whole numbers. */
@Rules(of = Arrays.class)
@NonDifferentiable(
        of = {
            "toString",
            "deepToString",
            "hashCode",
            "deepHashCode",
            "equals",
            "deepEquals",
            "compare",
            "compareUnsigned",
            "mismatch",
            "binarySearch"
        })
final class ArraysRules {

    private ArraysRules() {}
}
