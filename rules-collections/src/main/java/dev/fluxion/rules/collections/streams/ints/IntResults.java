package dev.fluxion.rules.collections.streams.ints;

import org.jspecify.annotations.Nullable;

import java.util.IntSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** What is made of all elements of a stream of int. */
public final class IntResults {

    private IntResults() {}

    /** Hands each to an action. */
    public static void forEach(PrimitiveIterator.OfInt elements, IntConsumer action) {
        while (elements.hasNext()) {
            action.accept(elements.nextInt());
        }
    }

    /** Returns what an operator makes of a number and all elements. */
    public static int reduce(PrimitiveIterator.OfInt elements, int identity, IntBinaryOperator operator) {
        int result = identity;
        while (elements.hasNext()) {
            result = operator.applyAsInt(result, elements.nextInt());
        }
        return result;
    }

    /** Returns what an operator makes of all elements. */
    public static OptionalInt reduce(PrimitiveIterator.OfInt elements, IntBinaryOperator operator) {
        return elements.hasNext()
                ? OptionalInt.of(reduce(elements, elements.nextInt(), operator))
                : OptionalInt.empty();
    }

    /** Returns a container that all elements were put into. */
    public static <R> R collect(PrimitiveIterator.OfInt elements, Supplier<R> supplier, ObjIntConsumer<R> accumulator) {
        R result = supplier.get();
        while (elements.hasNext()) {
            accumulator.accept(result, elements.nextInt());
        }
        return result;
    }

    /** Returns the sum. */
    public static int sum(PrimitiveIterator.OfInt elements) {
        int sum = 0;
        while (elements.hasNext()) {
            sum += elements.nextInt();
        }
        return sum;
    }

    /** Returns the mean, empty if there are no elements. */
    public static OptionalDouble average(PrimitiveIterator.OfInt elements) {
        long sum = 0;
        long count = 0;
        while (elements.hasNext()) {
            sum += elements.nextInt();
            count++;
        }
        return count > 0 ? OptionalDouble.of((double) sum / count) : OptionalDouble.empty();
    }

    /** Returns number, sum, least and greatest. */
    public static IntSummaryStatistics statistics(PrimitiveIterator.OfInt elements) {
        IntSummaryStatistics statistics = new IntSummaryStatistics();
        while (elements.hasNext()) {
            statistics.accept(elements.nextInt());
        }
        return statistics;
    }

    /** Returns how many there are. */
    public static long count(PrimitiveIterator.OfInt elements) {
        long count = 0;
        while (elements.hasNext()) {
            elements.nextInt();
            count++;
        }
        return count;
    }

    /** Returns whether a test says {@code wanted} of an element, and asks no further then. */
    public static boolean isAny(PrimitiveIterator.OfInt elements, IntPredicate predicate, boolean wanted) {
        while (elements.hasNext()) {
            if (predicate.test(elements.nextInt()) == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Goes over the elements one after the other, and cannot be split. */
    public record Splitting(PrimitiveIterator.OfInt elements) implements Spliterator.OfInt {
        @Override
        public boolean tryAdvance(IntConsumer action) {
            Objects.requireNonNull(action);
            if (!elements.hasNext()) {
                return false;
            }
            action.accept(elements.nextInt());
            return true;
        }

        @Override
        public Spliterator.@Nullable OfInt trySplit() {
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
