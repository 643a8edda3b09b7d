package dev.fluxion.rules.collections.collectors;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Collectors that divide the elements between two others, by a test. */
@Rules(of = Collectors.class)
@SuppressWarnings("unused")
public final class PartitioningCollectors {

    private PartitioningCollectors() {}

    /** What passed, and what did not. */
    private static final class Parts<A> {
        private A passed;
        private A failed;

        Parts(A passed, A failed) {
            this.passed = passed;
            this.failed = failed;
        }
    }

    @Replacement(of = "partitioningBy")
    static <T> Collector<T, ?, Map<Boolean, List<T>>> partitioningBy(Predicate<? super T> predicate) {
        return partitioningBy(predicate, ContainerCollectors.<T>toList());
    }

    @Replacement(of = "partitioningBy")
    static <T, D, A> Collector<T, ?, Map<Boolean, D>> partitioningBy(
            Predicate<? super T> predicate, Collector<? super T, A, D> downstream) {
        BiConsumer<A, ? super T> accumulator = downstream.accumulator();
        BinaryOperator<A> combiner = downstream.combiner();
        return new PlainCollector<T, Parts<A>, Map<Boolean, D>>(
                () -> new Parts<>(downstream.supplier().get(), downstream.supplier().get()),
                (parts, element) -> accumulator.accept(predicate.test(element) ? parts.passed : parts.failed, element),
                (left, right) -> {
                    left.passed = combiner.apply(left.passed, right.passed);
                    left.failed = combiner.apply(left.failed, right.failed);
                    return left;
                },
                parts -> finished(parts, downstream.finisher()),
                PlainCollector.isDivisible(downstream));
    }

    private static <A, D> Map<Boolean, D> finished(Parts<A> parts, Function<A, D> finisher) {
        D passed = finisher.apply(parts.passed);
        Map<Boolean, D> map = new LinkedHashMap<>();
        map.put(false, finisher.apply(parts.failed));
        map.put(true, passed);
        return Collections.unmodifiableMap(map);
    }
}
