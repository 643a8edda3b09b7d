package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.streams.longs.LongSources;
import dev.fluxion.rules.collections.streams.plain.Builders;
import dev.fluxion.rules.collections.streams.plain.PlainLongStream;
import dev.fluxion.rules.collections.streams.plain.Sizes;

import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/** Where streams of {@code long} begin. */
@Rules(of = LongStream.class)
@SuppressWarnings("unused")
public final class LongStreamRules {

    private LongStreamRules() {}

    @Replacement(of = "of")
    static LongStream of(long element) {
        return of(new long[] {element});
    }

    @Replacement(of = "of")
    static LongStream of(long[] elements) {
        return PlainLongStream.of(elements);
    }

    @Replacement(of = "empty")
    static LongStream empty() {
        return of(new long[0]);
    }

    @Replacement(of = "range")
    static LongStream range(long from, long to) {
        return PlainLongStream.of(new LongSources.Range(from, to - 1, from < to), Sizes.between(from, to, false));
    }

    @Replacement(of = "rangeClosed")
    static LongStream rangeClosed(long from, long to) {
        return PlainLongStream.of(new LongSources.Range(from, to, from <= to), Sizes.between(from, to, true));
    }

    @Replacement(of = "iterate")
    static LongStream iterate(long seed, LongUnaryOperator next) {
        Objects.requireNonNull(next);
        return PlainLongStream.of(new LongSources.Iterated(seed, next), null);
    }

    @Replacement(of = "iterate")
    static LongStream iterate(long seed, LongPredicate hasNext, LongUnaryOperator next) {
        Objects.requireNonNull(next);
        Objects.requireNonNull(hasNext);
        return PlainLongStream.of(new LongSources.IteratedWhile(seed, hasNext, next), null);
    }

    @Replacement(of = "generate")
    static LongStream generate(LongSupplier supplier) {
        Objects.requireNonNull(supplier);
        return PlainLongStream.of(new LongSources.Generated(supplier), null);
    }

    @Replacement(of = "builder")
    static LongStream.Builder builder() {
        return new Builders.OfLongs();
    }

    @Replacement(of = "concat")
    static LongStream concat(LongStream first, LongStream second) {
        Objects.requireNonNull(first);
        Objects.requireNonNull(second);
        return PlainLongStream.joined(first, second);
    }
}
