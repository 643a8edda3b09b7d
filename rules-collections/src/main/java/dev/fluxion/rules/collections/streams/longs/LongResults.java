package dev.fluxion.rules.collections.streams.longs;

import org.jspecify.annotations.Nullable;

import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/** What is made of all elements of a stream of long. */
public final class LongResults {

    private LongResults() {}

    /** Hands each to an action. */
    public static void forEach(PrimitiveIterator.OfLong elements, LongConsumer action) {
        while (elements.hasNext()) {
            action.accept(elements.nextLong());
        }
    }

    /** Returns what an operator makes of a number and all elements. */
    public static long reduce(PrimitiveIterator.OfLong elements, long identity, LongBinaryOperator operator) {
        long result = identity;
        while (elements.hasNext()) {
            result = operator.applyAsLong(result, elements.nextLong());
        }
        return result;
    }

    /** Returns what an operator makes of all elements. */
    public static OptionalLong reduce(PrimitiveIterator.OfLong elements, LongBinaryOperator operator) {
        return elements.hasNext()
                ? OptionalLong.of(reduce(elements, elements.nextLong(), operator))
                : OptionalLong.empty();
    }

    /** Returns a container that all elements were put into. */
    public static <R> R collect(
            PrimitiveIterator.OfLong elements, Supplier<R> supplier, ObjLongConsumer<R> accumulator) {
        R result = supplier.get();
        while (elements.hasNext()) {
            accumulator.accept(result, elements.nextLong());
        }
        return result;
    }

    /** Returns the sum. */
    public static long sum(PrimitiveIterator.OfLong elements) {
        long sum = 0;
        while (elements.hasNext()) {
            sum += elements.nextLong();
        }
        return sum;
    }

    /** Returns the mean, empty if there are no elements. */
    public static OptionalDouble average(PrimitiveIterator.OfLong elements) {
        long sum = 0;
        long count = 0;
        while (elements.hasNext()) {
            sum += elements.nextLong();
            count++;
        }
        return count > 0 ? OptionalDouble.of((double) sum / count) : OptionalDouble.empty();
    }

    /** Returns number, sum, least and greatest. */
    public static LongSummaryStatistics statistics(PrimitiveIterator.OfLong elements) {
        LongSummaryStatistics statistics = new LongSummaryStatistics();
        while (elements.hasNext()) {
            statistics.accept(elements.nextLong());
        }
        return statistics;
    }

    /** Returns how many there are. */
    public static long count(PrimitiveIterator.OfLong elements) {
        long count = 0;
        while (elements.hasNext()) {
            elements.nextLong();
            count++;
        }
        return count;
    }

    /** Returns whether a test says {@code wanted} of an element, and asks no further then. */
    public static boolean isAny(PrimitiveIterator.OfLong elements, LongPredicate predicate, boolean wanted) {
        while (elements.hasNext()) {
            if (predicate.test(elements.nextLong()) == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Goes over the elements one after the other, and cannot be split. */
    public record Splitting(PrimitiveIterator.OfLong elements) implements Spliterator.OfLong {
        @Override
        public boolean tryAdvance(LongConsumer action) {
            Objects.requireNonNull(action);
            if (!elements.hasNext()) {
                return false;
            }
            action.accept(elements.nextLong());
            return true;
        }

        @Override
        public Spliterator.@Nullable OfLong trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return Long.MAX_VALUE;
        }

        @Override
        public int characteristics() {
            return ORDERED;
        }
    }
}
