package dev.fluxion.rules.collections.collectors;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/**
 * A collector whose functions can be seen.
 *
 * @param isDivisible whether it comes to the same result, bit for bit, however the elements are divided
 */
public record PlainCollector<T, A, R>(
        Supplier<A> supplier,
        BiConsumer<A, T> accumulator,
        BinaryOperator<A> combiner,
        Function<A, R> finisher,
        Set<Characteristics> characteristics,
        boolean isDivisible)
        implements Collector<T, A, R> {

    /** Makes one that promises nothing about order and finishing. */
    public PlainCollector(
            Supplier<A> supplier,
            BiConsumer<A, T> accumulator,
            BinaryOperator<A> combiner,
            Function<A, R> finisher,
            boolean isDivisible) {
        this(supplier, accumulator, combiner, finisher, Set.of(), isDivisible);
    }

    /** Returns whether a collector is known to be divisible. */
    static boolean isDivisible(Collector<?, ?, ?> collector) {
        return collector instanceof PlainCollector<?, ?, ?> plain && plain.isDivisible();
    }

    /** Makes one of an adapted accumulator. */
    static <T, A, R> PlainCollector<T, A, R> into(Collector<?, A, R> downstream, BiConsumer<A, T> accumulator) {
        return new PlainCollector<>(
                downstream.supplier(),
                accumulator,
                downstream.combiner(),
                downstream.finisher(),
                downstream.characteristics(),
                isDivisible(downstream));
    }
}
