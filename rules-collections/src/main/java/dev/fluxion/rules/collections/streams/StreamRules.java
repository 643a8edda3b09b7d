package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.streams.objects.ObjectSources;
import dev.fluxion.rules.collections.streams.plain.Builders;
import dev.fluxion.rules.collections.streams.plain.PlainStream;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where streams of objects begin. */
@Rules(of = Stream.class)
@SuppressWarnings("unused")
public final class StreamRules {

    private StreamRules() {}

    @Replacement(of = "of")
    @SuppressWarnings("unchecked") // an array of objects holds any
    static <T> Stream<T> of(T element) {
        return PlainStream.of((T[]) new Object[] {element});
    }

    @Replacement(of = "of")
    static <T> Stream<T> of(T[] elements) {
        return PlainStream.of(elements);
    }

    @Replacement(of = "ofNullable")
    static <T> Stream<T> ofNullable(@Nullable T element) {
        return element == null ? empty() : of(element);
    }

    @Replacement(of = "empty")
    @SuppressWarnings("unchecked") // there is no element
    static <T> Stream<T> empty() {
        return PlainStream.of((T[]) new Object[0]);
    }

    @Replacement(of = "iterate")
    static <T> Stream<T> iterate(T seed, UnaryOperator<T> next) {
        Objects.requireNonNull(next);
        return PlainStream.of(new ObjectSources.Iterated<>(seed, next), null);
    }

    @Replacement(of = "iterate")
    static <T> Stream<T> iterate(T seed, Predicate<? super T> hasNext, UnaryOperator<T> next) {
        Objects.requireNonNull(next);
        Objects.requireNonNull(hasNext);
        return PlainStream.of(new ObjectSources.IteratedWhile<>(seed, hasNext, next), null);
    }

    @Replacement(of = "generate")
    static <T> Stream<T> generate(Supplier<? extends T> supplier) {
        Objects.requireNonNull(supplier);
        return PlainStream.of(new ObjectSources.Generated<T>(supplier), null);
    }

    @Replacement(of = "builder")
    static <T> Stream.Builder<T> builder() {
        return new Builders.OfObjects<>();
    }

    @Replacement(of = "concat")
    static <T> Stream<T> concat(Stream<? extends T> first, Stream<? extends T> second) {
        Objects.requireNonNull(first);
        Objects.requireNonNull(second);
        return PlainStream.joined(first, second);
    }
}
