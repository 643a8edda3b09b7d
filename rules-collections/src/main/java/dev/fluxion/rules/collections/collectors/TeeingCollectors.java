package dev.fluxion.rules.collections.collectors;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Two collectors side by side. */
@Rules(of = Collectors.class)
@SuppressWarnings("unused")
public final class TeeingCollectors {

    private TeeingCollectors() {}

    /** The containers of both. */
    private static final class Pair<A, B> {
        private A first;
        private B second;

        Pair(A first, B second) {
            this.first = first;
            this.second = second;
        }
    }

    @Replacement(of = "teeing")
    static <T, P, Q, R> Collector<T, ?, R> teeing(
            Collector<? super T, ?, P> first,
            Collector<? super T, ?, Q> second,
            BiFunction<? super P, ? super Q, R> merger) {
        return ofBoth(first, second, merger);
    }

    private static <T, A, B, P, Q, R> Collector<T, ?, R> ofBoth(
            Collector<? super T, A, P> first,
            Collector<? super T, B, Q> second,
            BiFunction<? super P, ? super Q, R> merger) {
        Objects.requireNonNull(first, "downstream1");
        Objects.requireNonNull(second, "downstream2");
        Objects.requireNonNull(merger, "merger");
        var toFirst = first.accumulator();
        var toSecond = second.accumulator();
        var joinFirst = first.combiner();
        var joinSecond = second.combiner();
        return new PlainCollector<T, Pair<A, B>, R>(
                () -> new Pair<>(first.supplier().get(), second.supplier().get()),
                (pair, element) -> {
                    toFirst.accept(pair.first, element);
                    toSecond.accept(pair.second, element);
                },
                (left, right) -> {
                    left.first = joinFirst.apply(left.first, right.first);
                    left.second = joinSecond.apply(left.second, right.second);
                    return left;
                },
                pair -> merger.apply(first.finisher().apply(pair.first), second.finisher().apply(pair.second)),
                PlainCollector.isDivisible(first) && PlainCollector.isDivisible(second));
    }
}
