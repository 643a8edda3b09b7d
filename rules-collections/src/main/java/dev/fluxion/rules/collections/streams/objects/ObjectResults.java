package dev.fluxion.rules.collections.streams.objects;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What is made of all elements of a stream of objects. */
public final class ObjectResults {

    private ObjectResults() {}

    /** Hands each to an action. */
    public static <T> void forEach(Iterator<T> elements, Consumer<? super T> action) {
        while (elements.hasNext()) {
            action.accept(elements.next());
        }
    }

    /** Returns what a function makes of an object and all elements. */
    public static <T, U> U reduce(Iterator<T> elements, U identity, BiFunction<U, ? super T, U> function) {
        U result = identity;
        while (elements.hasNext()) {
            result = function.apply(result, elements.next());
        }
        return result;
    }

    /** Returns what an operator makes of all elements. */
    public static <T> Optional<T> reduce(Iterator<T> elements, BinaryOperator<T> operator) {
        if (!elements.hasNext()) {
            return Optional.empty();
        }
        T result = elements.next();
        while (elements.hasNext()) {
            result = operator.apply(result, elements.next());
        }
        return Optional.of(result);
    }

    /** Returns a container after all elements were put into it. */
    public static <T, R> R collect(Iterator<T> elements, R container, BiConsumer<R, ? super T> accumulator) {
        while (elements.hasNext()) {
            accumulator.accept(container, elements.next());
        }
        return container;
    }

    /** Returns how many there are. */
    public static long count(Iterator<?> elements) {
        long count = 0;
        while (elements.hasNext()) {
            elements.next();
            count++;
        }
        return count;
    }

    /** Returns whether a test says {@code wanted} of an element, and asks no further then. */
    public static <T> boolean isAny(Iterator<T> elements, Predicate<? super T> predicate, boolean wanted) {
        while (elements.hasNext()) {
            if (predicate.test(elements.next()) == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Goes over the elements one after the other, and cannot be split. */
    public record Splitting<T>(Iterator<T> elements) implements Spliterator<T> {
        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            if (!elements.hasNext()) {
                return false;
            }
            action.accept(elements.next());
            return true;
        }

        @Override
        public @Nullable Spliterator<T> trySplit() {
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
