package dev.fluxion.rules.collections.gatherers;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Gatherer;

/** Gatherers that are put together from functions. */
@Rules(of = Gatherer.class)
@SuppressWarnings({"unused", "NullAway"}) // the state of one without state is null
public final class GathererRules {

    private GathererRules() {}

    @Replacement(of = "ofSequential")
    static <T, R> Gatherer<T, Void, R> ofSequential(Gatherer.Integrator<Void, T, R> integrator) {
        return new PlainGatherer<>(() -> null, integrator, Gatherer.defaultCombiner(), (state, downstream) -> {});
    }

    @Replacement(of = "ofSequential")
    static <T, R> Gatherer<T, Void, R> ofSequential(
            Gatherer.Integrator<Void, T, R> integrator, BiConsumer<Void, Gatherer.Downstream<? super R>> finisher) {
        return new PlainGatherer<>(() -> null, integrator, Gatherer.defaultCombiner(), finisher);
    }

    @Replacement(of = "ofSequential")
    static <T, A, R> Gatherer<T, A, R> ofSequential(Supplier<A> initializer, Gatherer.Integrator<A, T, R> integrator) {
        return new PlainGatherer<>(initializer, integrator, Gatherer.defaultCombiner(), (state, downstream) -> {});
    }

    @Replacement(of = "ofSequential")
    static <T, A, R> Gatherer<T, A, R> ofSequential(
            Supplier<A> initializer,
            Gatherer.Integrator<A, T, R> integrator,
            BiConsumer<A, Gatherer.Downstream<? super R>> finisher) {
        return new PlainGatherer<>(initializer, integrator, Gatherer.defaultCombiner(), finisher);
    }

    @Replacement(of = "of")
    static <T, R> Gatherer<T, Void, R> of(Gatherer.Integrator<Void, T, R> integrator) {
        return new PlainGatherer<>(() -> null, integrator, Gatherer.defaultCombiner(), (state, downstream) -> {});
    }

    @Replacement(of = "of")
    static <T, R> Gatherer<T, Void, R> of(
            Gatherer.Integrator<Void, T, R> integrator, BiConsumer<Void, Gatherer.Downstream<? super R>> finisher) {
        return new PlainGatherer<>(() -> null, integrator, Gatherer.defaultCombiner(), finisher);
    }

    @Replacement(of = "of")
    static <T, A, R> Gatherer<T, A, R> of(
            Supplier<A> initializer,
            Gatherer.Integrator<A, T, R> integrator,
            BinaryOperator<A> combiner,
            BiConsumer<A, Gatherer.Downstream<? super R>> finisher) {
        return new PlainGatherer<>(initializer, integrator, combiner, finisher);
    }
}
