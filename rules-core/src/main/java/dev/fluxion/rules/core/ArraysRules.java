package dev.fluxion.rules.core;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.Arrays;

/** What {@code Arrays} says about arrays in text and whole numbers, and where it only moves their elements. */
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
@MovesReferences(
        of = {
            "asList",
            "copyOf([Ljava/lang/Object;I)[Ljava/lang/Object;",
            "copyOf([Ljava/lang/Object;ILjava/lang/Class;)[Ljava/lang/Object;",
            "copyOfRange([Ljava/lang/Object;II)[Ljava/lang/Object;",
            "copyOfRange([Ljava/lang/Object;IILjava/lang/Class;)[Ljava/lang/Object;",
            "fill([Ljava/lang/Object;Ljava/lang/Object;)V",
            "fill([Ljava/lang/Object;IILjava/lang/Object;)V",
            "sort([Ljava/lang/Object;)V",
            "sort([Ljava/lang/Object;II)V",
            "parallelSort([Ljava/lang/Comparable;)V",
            "parallelSort([Ljava/lang/Comparable;II)V"
        })
final class ArraysRules {

    private ArraysRules() {}
}
