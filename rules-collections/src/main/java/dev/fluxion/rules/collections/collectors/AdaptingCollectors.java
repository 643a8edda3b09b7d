package dev.fluxion.rules.collections.collectors;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collectors that do something before or after another one, and reductions. */
@Rules(of = Collectors.class)
@SuppressWarnings("unused")
public final class AdaptingCollectors {

    private AdaptingCollectors() {}

    @Replacement(of = "mapping")
    static <T, U, A, R> Collector<T, ?, R> mapping(
            Function<? super T, ? extends U> mapper, Collector<? super U, A, R> downstream) {
        BiConsumer<A, ? super U> accumulator = downstream.accumulator();
        return PlainCollector.<T, A, R>into(
                downstream, (all, element) -> accumulator.accept(all, mapper.apply(element)));
    }

    @Replacement(of = "flatMapping")
    static <T, U, A, R> Collector<T, ?, R> flatMapping(
            Function<? super T, ? extends Stream<? extends U>> mapper, Collector<? super U, A, R> downstream) {
        BiConsumer<A, ? super U> accumulator = downstream.accumulator();
        return PlainCollector.<T, A, R>into(
                downstream,
                (all, element) -> {
                    try (Stream<? extends U> elements = mapper.apply(element)) {
                        if (elements != null) {
                            elements.sequential().forEach(each -> accumulator.accept(all, each));
                        }
                    }
                });
    }

    @Replacement(of = "filtering")
    static <T, A, R> Collector<T, ?, R> filtering(
            Predicate<? super T> predicate, Collector<? super T, A, R> downstream) {
        BiConsumer<A, ? super T> accumulator = downstream.accumulator();
        return PlainCollector.<T, A, R>into(
                downstream,
                (all, element) -> {
                    if (predicate.test(element)) {
                        accumulator.accept(all, element);
                    }
                });
    }

    @Replacement(of = "collectingAndThen")
    static <T, A, R, S> Collector<T, A, S> collectingAndThen(Collector<T, A, R> downstream, Function<R, S> finisher) {
        Function<A, R> before = downstream.finisher();
        return new PlainCollector<T, A, S>(
                downstream.supplier(),
                downstream.accumulator(),
                downstream.combiner(),
                all -> finisher.apply(before.apply(all)),
                PlainCollector.isDivisible(downstream));
    }

    /** One element that is replaced, or none yet. */
    private static final class Cell<T> {
        private @Nullable T value;
        private boolean isFull;

        private void put(T next) {
            value = next;
            isFull = true;
        }

        @SuppressWarnings("NullAway") // an element may be null
        private T get() {
            return value;
        }

        private void add(T element, BinaryOperator<T> operator) {
            put(isFull ? operator.apply(get(), element) : element);
        }

        private Cell<T> joined(Cell<T> other, BinaryOperator<T> operator) {
            if (other.isFull) {
                add(other.get(), operator);
            }
            return this;
        }
    }

    private static <T> Cell<T> cell(T value) {
        Cell<T> cell = new Cell<>();
        cell.put(value);
        return cell;
    }

    @Replacement(of = "reducing")
    static <T> Collector<T, ?, T> reducing(T identity, BinaryOperator<T> operator) {
        return new PlainCollector<T, Cell<T>, T>(
                () -> cell(identity),
                (cell, element) -> cell.add(element, operator),
                (left, right) -> left.joined(right, operator),
                cell -> cell.get(),
                false);
    }

    @Replacement(of = "reducing")
    static <T, U> Collector<T, ?, U> reducing(
            U identity, Function<? super T, ? extends U> mapper, BinaryOperator<U> operator) {
        return new PlainCollector<T, Cell<U>, U>(
                () -> cell(identity),
                (cell, element) -> cell.add(mapper.apply(element), operator),
                (left, right) -> left.joined(right, operator),
                cell -> cell.get(),
                false);
    }

    private static <T> Collector<T, ?, Optional<T>> reducing(BinaryOperator<T> operator, boolean isDivisible) {
        return new PlainCollector<T, Cell<T>, Optional<T>>(
                () -> new Cell<>(),
                (cell, element) -> cell.add(element, operator),
                (left, right) -> left.joined(right, operator),
                cell -> Optional.ofNullable(cell.value),
                isDivisible);
    }

    @Replacement(of = "reducing")
    static <T> Collector<T, ?, Optional<T>> reducing(BinaryOperator<T> operator) {
        return reducing(operator, false);
    }

    @Replacement(of = "minBy")
    static <T> Collector<T, ?, Optional<T>> minBy(Comparator<? super T> order) {
        return reducing(BinaryOperator.minBy(order), true);
    }

    @Replacement(of = "maxBy")
    static <T> Collector<T, ?, Optional<T>> maxBy(Comparator<? super T> order) {
        return reducing(BinaryOperator.maxBy(order), true);
    }
}
