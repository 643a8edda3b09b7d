package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.streams.doubles.DoubleSources;
import dev.fluxion.rules.collections.streams.plain.Builders;
import dev.fluxion.rules.collections.streams.plain.PlainDoubleStream;

import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Where streams of {@code double} begin. */
@Rules(of = DoubleStream.class)
@SuppressWarnings("unused")
public final class DoubleStreamRules {

    private DoubleStreamRules() {}

    @Replacement(of = "of")
    static DoubleStream of(double element) {
        return of(new double[] {element});
    }

    @Replacement(of = "of")
    static DoubleStream of(double[] elements) {
        return PlainDoubleStream.of(elements);
    }

    @Replacement(of = "empty")
    static DoubleStream empty() {
        return of(new double[0]);
    }

    @Replacement(of = "iterate")
    static DoubleStream iterate(double seed, DoubleUnaryOperator next) {
        Objects.requireNonNull(next);
        return PlainDoubleStream.of(new DoubleSources.Iterated(seed, next), null);
    }

    @Replacement(of = "iterate")
    static DoubleStream iterate(double seed, DoublePredicate hasNext, DoubleUnaryOperator next) {
        Objects.requireNonNull(next);
        Objects.requireNonNull(hasNext);
        return PlainDoubleStream.of(new DoubleSources.IteratedWhile(seed, hasNext, next), null);
    }

    @Replacement(of = "generate")
    static DoubleStream generate(DoubleSupplier supplier) {
        Objects.requireNonNull(supplier);
        return PlainDoubleStream.of(new DoubleSources.Generated(supplier), null);
    }

    @Replacement(of = "builder")
    static DoubleStream.Builder builder() {
        return new Builders.OfDoubles();
    }

    @Replacement(of = "concat")
    static DoubleStream concat(DoubleStream first, DoubleStream second) {
        Objects.requireNonNull(first);
        Objects.requireNonNull(second);
        return PlainDoubleStream.joined(first, second);
    }
}
