package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counters and flags hold whole numbers. */
@Rules(
        of = {
            AtomicBoolean.class,
            AtomicInteger.class,
            AtomicIntegerArray.class,
            AtomicLong.class,
            AtomicLongArray.class,
            LongAdder.class,
            BitSet.class
        })
@NonDifferentiable
public final class CounterRules {

    private CounterRules() {}
}
