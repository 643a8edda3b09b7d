package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.streams.ints.IntSources;
import dev.fluxion.rules.collections.streams.plain.Builders;
import dev.fluxion.rules.collections.streams.plain.PlainIntStream;

import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Where streams of {@code int} begin. */
@Rules(of = IntStream.class)
@SuppressWarnings("unused")
public final class IntStreamRules {

    private IntStreamRules() {}

    @Replacement(of = "of")
    static IntStream of(int element) {
        return of(new int[] {element});
    }

    @Replacement(of = "of")
    static IntStream of(int[] elements) {
        return PlainIntStream.of(elements);
    }

    @Replacement(of = "empty")
    static IntStream empty() {
        return of(new int[0]);
    }

    @Replacement(of = "range")
    static IntStream range(int from, int to) {
        return PlainIntStream.of(new IntSources.Range(from, to - 1, from < to), () -> Math.max(0, (long) to - from));
    }

    @Replacement(of = "rangeClosed")
    static IntStream rangeClosed(int from, int to) {
        return PlainIntStream.of(new IntSources.Range(from, to, from <= to), () -> Math.max(0, (long) to - from + 1));
    }

    @Replacement(of = "iterate")
    static IntStream iterate(int seed, IntUnaryOperator next) {
        Objects.requireNonNull(next);
        return PlainIntStream.of(new IntSources.Iterated(seed, next), null);
    }

    @Replacement(of = "iterate")
    static IntStream iterate(int seed, IntPredicate hasNext, IntUnaryOperator next) {
        Objects.requireNonNull(next);
        Objects.requireNonNull(hasNext);
        return PlainIntStream.of(new IntSources.IteratedWhile(seed, hasNext, next), null);
    }

    @Replacement(of = "generate")
    static IntStream generate(IntSupplier supplier) {
        Objects.requireNonNull(supplier);
        return PlainIntStream.of(new IntSources.Generated(supplier), null);
    }

    @Replacement(of = "builder")
    static IntStream.Builder builder() {
        return new Builders.OfInts();
    }

    @Replacement(of = "concat")
    static IntStream concat(IntStream first, IntStream second) {
        Objects.requireNonNull(first);
        Objects.requireNonNull(second);
        return PlainIntStream.joined(first, second);
    }
}
