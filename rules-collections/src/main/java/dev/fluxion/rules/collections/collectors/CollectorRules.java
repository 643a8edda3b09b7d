package dev.fluxion.rules.collections.collectors;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/** Collectors that are put together from functions. */
@Rules(of = Collector.class)
@SuppressWarnings("unused")
public final class CollectorRules {

    private CollectorRules() {}

    @Replacement(of = "of")
    @SuppressWarnings("unchecked") // the container is the result
    static <T, R> Collector<T, R, R> of(
            Supplier<R> supplier,
            BiConsumer<R, T> accumulator,
            BinaryOperator<R> combiner,
            Collector.Characteristics[] characteristics) {
        return new PlainCollector<>(
                supplier, accumulator, combiner, all -> all, Originals.characteristics(characteristics, true), false);
    }

    @Replacement(of = "of")
    static <T, A, R> Collector<T, A, R> of(
            Supplier<A> supplier,
            BiConsumer<A, T> accumulator,
            BinaryOperator<A> combiner,
            Function<A, R> finisher,
            Collector.Characteristics[] characteristics) {
        return new PlainCollector<>(
                supplier, accumulator, combiner, finisher, Originals.characteristics(characteristics, false), false);
    }

    /** Sets of characteristics, which are nothing but constants. */
    @Rules(of = Originals.class)
    @dev.fluxion.rule.NonDifferentiable
    public static final class Originals {

        private Originals() {}

        static Set<Collector.Characteristics> characteristics(Collector.Characteristics[] given, boolean isFinished) {
            Set<Collector.Characteristics> all = java.util.EnumSet.noneOf(Collector.Characteristics.class);
            java.util.Collections.addAll(all, given);
            if (isFinished) {
                all.add(Collector.Characteristics.IDENTITY_FINISH);
            }
            return java.util.Collections.unmodifiableSet(all);
        }
    }
}
