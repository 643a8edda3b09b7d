package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/** Finds, for each {@code DoubleAdder}, a sum in plain sight, and works on the adder itself. */
@Rules(of = Sums.class)
@MovesReferences(of = "of")
@NonDifferentiable(of = {"add", "sum", "reset", "sumThenReset"})
public final class Sums {

    /** An adder is equal to itself only, and its sum does not lead back to it. */
    private static final Map<DoubleAdder, Sum> SUMS = Collections.synchronizedMap(new WeakHashMap<>());

    private Sums() {}

    /** A number that changes as an adder does, as far as derivatives go. */
    public static final class Sum {

        /** What has been added in differentiated code. */
        double total;

        Sum() {}
    }

    /** Returns the sum that belongs to an adder. */
    static Sum of(DoubleAdder adder) {
        return SUMS.computeIfAbsent(adder, made -> new Sum());
    }

    static void add(DoubleAdder adder, double x) {
        adder.add(x);
    }

    static double sum(DoubleAdder adder) {
        return adder.sum();
    }

    static void reset(DoubleAdder adder) {
        adder.reset();
    }

    static double sumThenReset(DoubleAdder adder) {
        return adder.sumThenReset();
    }
}
