package dev.fluxion.rules.collections.collectors;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.streams.doubles.CompensatedSum;
import dev.fluxion.rules.collections.streams.doubles.PlainStatistics;

import java.util.DoubleSummaryStatistics;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Collectors that add up numbers, with the digits that plain sums lose. */
@Rules(of = Collectors.class)
@SuppressWarnings("unused")
public final class DoubleCollectors {

    private DoubleCollectors() {}

    @Replacement(of = "summingDouble")
    static <T> Collector<T, ?, Double> summingDouble(ToDoubleFunction<? super T> mapper) {
        return new PlainCollector<T, CompensatedSum, Double>(
                () -> new CompensatedSum(),
                (sum, element) -> sum.add(mapper.applyAsDouble(element)),
                (left, right) -> left.joined(right),
                sum -> sum.total(),
                false);
    }

    @Replacement(of = "averagingDouble")
    static <T> Collector<T, ?, Double> averagingDouble(ToDoubleFunction<? super T> mapper) {
        return new PlainCollector<T, CompensatedSum, Double>(
                () -> new CompensatedSum(),
                (sum, element) -> sum.add(mapper.applyAsDouble(element)),
                (left, right) -> left.joined(right),
                sum -> sum.mean(),
                false);
    }

    @Replacement(of = "summarizingDouble")
    static <T> Collector<T, ?, DoubleSummaryStatistics> summarizingDouble(ToDoubleFunction<? super T> mapper) {
        return new PlainCollector<T, PlainStatistics, DoubleSummaryStatistics>(
                () -> PlainStatistics.create(),
                (all, element) -> all.include(mapper.applyAsDouble(element)),
                (left, right) -> left.joined(right),
                all -> all,
                false);
    }
}
