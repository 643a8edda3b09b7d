package dev.fluxion.rules.collections.collectors;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Collectors that divide the elements among others, by a key or a test. */
@Rules(of = Collectors.class)
@SuppressWarnings("unused")
public final class GroupingCollectors {

    private GroupingCollectors() {}

    @SuppressWarnings("unchecked") // the values are the containers until the end
    private static <T, K, D, A, M extends Map<K, D>> Collector<T, ?, M> grouped(
            Function<? super T, ? extends K> classifier, Supplier<M> factory, Collector<? super T, A, D> downstream) {
        Supplier<A> supplier = downstream.supplier();
        BiConsumer<A, ? super T> accumulator = downstream.accumulator();
        BinaryOperator<A> combiner = downstream.combiner();
        boolean isFinished = downstream.characteristics().contains(Collector.Characteristics.IDENTITY_FINISH);
        Function<A, A> finisher = (Function<A, A>) downstream.finisher();
        return new PlainCollector<T, Map<K, A>, M>(
                () -> (Map<K, A>) factory.get(),
                (map, element) -> accumulator.accept(container(map, classifier.apply(element), supplier), element),
                (left, right) -> joined(left, right, combiner),
                map -> (M) (isFinished ? map : finished(map, finisher)),
                PlainCollector.isDivisible(downstream));
    }

    private static <K, A> A container(Map<K, A> map, K key, Supplier<A> supplier) {
        Objects.requireNonNull(key, "element cannot be mapped to a null key");
        return map.computeIfAbsent(key, absent -> supplier.get());
    }

    private static <K, A> Map<K, A> joined(Map<K, A> left, Map<K, A> right, BinaryOperator<A> combiner) {
        for (Map.Entry<K, A> entry : right.entrySet()) {
            left.merge(entry.getKey(), entry.getValue(), combiner);
        }
        return left;
    }

    private static <K, A> Map<K, A> finished(Map<K, A> map, Function<A, A> finisher) {
        map.replaceAll((key, container) -> finisher.apply(container));
        return map;
    }

    @Replacement(of = "groupingBy")
    static <T, K> Collector<T, ?, Map<K, List<T>>> groupingBy(Function<? super T, ? extends K> classifier) {
        return grouped(classifier, () -> new HashMap<K, List<T>>(), ContainerCollectors.<T>toList());
    }

    @Replacement(of = "groupingBy")
    static <T, K, A, D> Collector<T, ?, Map<K, D>> groupingBy(
            Function<? super T, ? extends K> classifier, Collector<? super T, A, D> downstream) {
        return grouped(classifier, () -> new HashMap<K, D>(), downstream);
    }

    @Replacement(of = "groupingBy")
    static <T, K, D, A, M extends Map<K, D>> Collector<T, ?, M> groupingBy(
            Function<? super T, ? extends K> classifier, Supplier<M> factory, Collector<? super T, A, D> downstream) {
        return grouped(classifier, factory, downstream);
    }

    @Replacement(of = "groupingByConcurrent")
    static <T, K> Collector<T, ?, ConcurrentMap<K, List<T>>> groupingByConcurrent(
            Function<? super T, ? extends K> classifier) {
        return grouped(classifier, () -> new ConcurrentHashMap<K, List<T>>(), ContainerCollectors.<T>toList());
    }

    @Replacement(of = "groupingByConcurrent")
    static <T, K, A, D> Collector<T, ?, ConcurrentMap<K, D>> groupingByConcurrent(
            Function<? super T, ? extends K> classifier, Collector<? super T, A, D> downstream) {
        return grouped(classifier, () -> new ConcurrentHashMap<K, D>(), downstream);
    }

    @Replacement(of = "groupingByConcurrent")
    static <T, K, D, A, M extends ConcurrentMap<K, D>> Collector<T, ?, M> groupingByConcurrent(
            Function<? super T, ? extends K> classifier, Supplier<M> factory, Collector<? super T, A, D> downstream) {
        return grouped(classifier, factory, downstream);
    }
}
