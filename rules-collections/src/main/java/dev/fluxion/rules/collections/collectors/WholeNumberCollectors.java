package dev.fluxion.rules.collections.collectors;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.IntSummaryStatistics;
import java.util.LongSummaryStatistics;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Collectors that count, and that add up whole numbers. */
@Rules(of = Collectors.class)
@SuppressWarnings("unused")
public final class WholeNumberCollectors {

    private WholeNumberCollectors() {}

    @Replacement(of = "counting")
    static <T> Collector<T, ?, Long> counting() {
        return summingLong(element -> 1L);
    }

    @Replacement(of = "summingInt")
    static <T> Collector<T, ?, Integer> summingInt(ToIntFunction<? super T> mapper) {
        return new PlainCollector<T, int[], Integer>(
                () -> new int[1],
                (sum, element) -> sum[0] += mapper.applyAsInt(element),
                (left, right) -> new int[] {left[0] + right[0]},
                sum -> sum[0],
                true);
    }

    @Replacement(of = "averagingInt")
    static <T> Collector<T, ?, Double> averagingInt(ToIntFunction<? super T> mapper) {
        return new PlainCollector<T, long[], Double>(
                () -> new long[2],
                (sum, element) -> {
                    sum[0] += mapper.applyAsInt(element);
                    sum[1]++;
                },
                (left, right) -> new long[] {left[0] + right[0], left[1] + right[1]},
                sum -> sum[1] == 0 ? 0.0 : (double) sum[0] / sum[1],
                true);
    }

    @Replacement(of = "summarizingInt")
    static <T> Collector<T, ?, IntSummaryStatistics> summarizingInt(ToIntFunction<? super T> mapper) {
        return new PlainCollector<T, IntSummaryStatistics, IntSummaryStatistics>(
                () -> new IntSummaryStatistics(),
                (all, element) -> all.accept(mapper.applyAsInt(element)),
                (left, right) -> joined(left, right),
                all -> all,
                true);
    }

    private static IntSummaryStatistics joined(IntSummaryStatistics left, IntSummaryStatistics right) {
        left.combine(right);
        return left;
    }

    @Replacement(of = "summingLong")
    static <T> Collector<T, ?, Long> summingLong(ToLongFunction<? super T> mapper) {
        return new PlainCollector<T, long[], Long>(
                () -> new long[1],
                (sum, element) -> sum[0] += mapper.applyAsLong(element),
                (left, right) -> new long[] {left[0] + right[0]},
                sum -> sum[0],
                true);
    }

    @Replacement(of = "averagingLong")
    static <T> Collector<T, ?, Double> averagingLong(ToLongFunction<? super T> mapper) {
        return new PlainCollector<T, long[], Double>(
                () -> new long[2],
                (sum, element) -> {
                    sum[0] += mapper.applyAsLong(element);
                    sum[1]++;
                },
                (left, right) -> new long[] {left[0] + right[0], left[1] + right[1]},
                sum -> sum[1] == 0 ? 0.0 : (double) sum[0] / sum[1],
                true);
    }

    @Replacement(of = "summarizingLong")
    static <T> Collector<T, ?, LongSummaryStatistics> summarizingLong(ToLongFunction<? super T> mapper) {
        return new PlainCollector<T, LongSummaryStatistics, LongSummaryStatistics>(
                () -> new LongSummaryStatistics(),
                (all, element) -> all.accept(mapper.applyAsLong(element)),
                (left, right) -> joined(left, right),
                all -> all,
                true);
    }

    private static LongSummaryStatistics joined(LongSummaryStatistics left, LongSummaryStatistics right) {
        left.combine(right);
        return left;
    }
}
