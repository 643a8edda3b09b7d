package dev.fluxion.rules.collections.collectors;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Collectors that put the elements into a map, a key and a value for each. */
@Rules(of = Collectors.class)
@SuppressWarnings("unused")
public final class MapCollectors {

    private MapCollectors() {}

    private static <T, K, U, M extends Map<K, U>> Collector<T, ?, M> unique(
            Function<? super T, ? extends K> key, Function<? super T, ? extends U> value, Supplier<M> factory) {
        return new PlainCollector<T, M, M>(
                factory,
                (map, element) -> putNew(map, key.apply(element), value.apply(element)),
                (left, right) -> joined(left, right),
                map -> map,
                Set.of(Collector.Characteristics.IDENTITY_FINISH),
                true);
    }

    private static <K, U> void putNew(Map<K, U> map, K key, U value) {
        U present = map.putIfAbsent(key, Objects.requireNonNull(value));
        if (present != null) {
            throw new IllegalStateException(
                    "Duplicate key " + key + " (attempted merging values " + present + " and " + value + ")");
        }
    }

    private static <K, U, M extends Map<K, U>> M joined(M left, M right) {
        for (Map.Entry<K, U> entry : right.entrySet()) {
            putNew(left, entry.getKey(), entry.getValue());
        }
        return left;
    }

    private static <K, U, M extends Map<K, U>> M merged(M left, M right, BinaryOperator<U> merge) {
        for (Map.Entry<K, U> entry : right.entrySet()) {
            left.merge(entry.getKey(), entry.getValue(), merge);
        }
        return left;
    }

    private static <T, K, U, M extends Map<K, U>> Collector<T, ?, M> merging(
            Function<? super T, ? extends K> key,
            Function<? super T, ? extends U> value,
            BinaryOperator<U> merge,
            Supplier<M> factory) {
        return new PlainCollector<T, M, M>(
                factory,
                (map, element) -> map.merge(key.apply(element), value.apply(element), merge),
                (left, right) -> merged(left, right, merge),
                map -> map,
                Set.of(Collector.Characteristics.IDENTITY_FINISH),
                false);
    }

    private static <T, K, U> Collector<T, ?, Map<K, U>> copied(Collector<T, ?, Map<K, U>> collector) {
        return AdaptingCollectors.collectingAndThen(collector, map -> Map.copyOf(map));
    }

    @Replacement(of = "toMap")
    static <T, K, U> Collector<T, ?, Map<K, U>> toMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends U> value) {
        return unique(key, value, () -> new HashMap<K, U>());
    }

    @Replacement(of = "toMap")
    static <T, K, U> Collector<T, ?, Map<K, U>> toMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends U> value, BinaryOperator<U> merge) {
        return merging(key, value, merge, () -> new HashMap<K, U>());
    }

    @Replacement(of = "toMap")
    static <T, K, U, M extends Map<K, U>> Collector<T, ?, M> toMap(
            Function<? super T, ? extends K> key,
            Function<? super T, ? extends U> value,
            BinaryOperator<U> merge,
            Supplier<M> factory) {
        return merging(key, value, merge, factory);
    }

    @Replacement(of = "toUnmodifiableMap")
    static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends U> value) {
        Objects.requireNonNull(key, "keyMapper");
        Objects.requireNonNull(value, "valueMapper");
        return copied(toMap(key, value));
    }

    @Replacement(of = "toUnmodifiableMap")
    static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends U> value, BinaryOperator<U> merge) {
        Objects.requireNonNull(key, "keyMapper");
        Objects.requireNonNull(value, "valueMapper");
        Objects.requireNonNull(merge, "mergeFunction");
        return copied(toMap(key, value, merge));
    }

    @Replacement(of = "toConcurrentMap")
    static <T, K, U> Collector<T, ?, ConcurrentMap<K, U>> toConcurrentMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends U> value) {
        return unique(key, value, () -> new ConcurrentHashMap<K, U>());
    }

    @Replacement(of = "toConcurrentMap")
    static <T, K, U> Collector<T, ?, ConcurrentMap<K, U>> toConcurrentMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends U> value, BinaryOperator<U> merge) {
        return merging(key, value, merge, () -> new ConcurrentHashMap<K, U>());
    }

    @Replacement(of = "toConcurrentMap")
    static <T, K, U, M extends ConcurrentMap<K, U>> Collector<T, ?, M> toConcurrentMap(
            Function<? super T, ? extends K> key,
            Function<? super T, ? extends U> value,
            BinaryOperator<U> merge,
            Supplier<M> factory) {
        return merging(key, value, merge, factory);
    }
}
