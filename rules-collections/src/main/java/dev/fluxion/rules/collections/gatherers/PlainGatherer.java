package dev.fluxion.rules.collections.gatherers;

import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Gatherer;

/** A gatherer whose functions can be seen. */
public record PlainGatherer<T, A, R>(
        Supplier<A> initializer,
        Integrator<A, T, R> integrator,
        BinaryOperator<A> combiner,
        BiConsumer<A, Downstream<? super R>> finisher)
        implements Gatherer<T, A, R> {}
