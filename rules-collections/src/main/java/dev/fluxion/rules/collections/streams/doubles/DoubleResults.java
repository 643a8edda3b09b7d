package dev.fluxion.rules.collections.streams.doubles;

import org.jspecify.annotations.Nullable;

import java.util.DoubleSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;

/** What is made of all elements of a stream of double. */
public final class DoubleResults {

    private DoubleResults() {}

    /** Hands each to an action. */
    public static void forEach(PrimitiveIterator.OfDouble elements, DoubleConsumer action) {
        while (elements.hasNext()) {
            action.accept(elements.nextDouble());
        }
    }

    /** Returns what an operator makes of a number and all elements. */
    public static double reduce(PrimitiveIterator.OfDouble elements, double identity, DoubleBinaryOperator operator) {
        double result = identity;
        while (elements.hasNext()) {
            result = operator.applyAsDouble(result, elements.nextDouble());
        }
        return result;
    }

    /** Returns what an operator makes of all elements. */
    public static OptionalDouble reduce(PrimitiveIterator.OfDouble elements, DoubleBinaryOperator operator) {
        return elements.hasNext()
                ? OptionalDouble.of(reduce(elements, elements.nextDouble(), operator))
                : OptionalDouble.empty();
    }

    /** Returns a container that all elements were put into. */
    public static <R> R collect(
            PrimitiveIterator.OfDouble elements, Supplier<R> supplier, ObjDoubleConsumer<R> accumulator) {
        R result = supplier.get();
        while (elements.hasNext()) {
            accumulator.accept(result, elements.nextDouble());
        }
        return result;
    }

    /** Returns the sum, with the digits that a plain sum loses. */
    public static double sum(PrimitiveIterator.OfDouble elements) {
        double sum = 0;
        double lost = 0;
        double simple = 0;
        while (elements.hasNext()) {
            double element = elements.nextDouble();
            double next = sum + (element - lost);
            lost = Compensation.lost(sum, next, element, lost);
            simple = Compensation.simple(simple, element);
            sum = next;
        }
        return Compensation.total(sum - lost, simple);
    }

    /** Returns the mean, empty if there are no elements. */
    public static OptionalDouble average(PrimitiveIterator.OfDouble elements) {
        double sum = 0;
        double lost = 0;
        double simple = 0;
        long count = 0;
        while (elements.hasNext()) {
            double element = elements.nextDouble();
            double next = sum + (element - lost);
            lost = Compensation.lost(sum, next, element, lost);
            simple = Compensation.simple(simple, element);
            sum = next;
            count++;
        }
        return count > 0 ? OptionalDouble.of(Compensation.total(sum - lost, simple) / count) : OptionalDouble.empty();
    }

    /** Returns number, sum, least and greatest. */
    public static DoubleSummaryStatistics statistics(PrimitiveIterator.OfDouble elements) {
        PlainStatistics statistics = PlainStatistics.create();
        while (elements.hasNext()) {
            statistics.include(elements.nextDouble());
        }
        return statistics;
    }

    /** Returns how many there are. */
    public static long count(PrimitiveIterator.OfDouble elements) {
        long count = 0;
        while (elements.hasNext()) {
            elements.nextDouble();
            count++;
        }
        return count;
    }

    /** Returns whether a test says {@code wanted} of an element, and asks no further then. */
    public static boolean isAny(PrimitiveIterator.OfDouble elements, DoublePredicate predicate, boolean wanted) {
        while (elements.hasNext()) {
            if (predicate.test(elements.nextDouble()) == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Goes over the elements one after the other, and cannot be split. */
    public record Splitting(PrimitiveIterator.OfDouble elements) implements Spliterator.OfDouble {
        @Override
        public boolean tryAdvance(DoubleConsumer action) {
            Objects.requireNonNull(action);
            if (!elements.hasNext()) {
                return false;
            }
            action.accept(elements.nextDouble());
            return true;
        }

        @Override
        public Spliterator.@Nullable OfDouble trySplit() {
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
