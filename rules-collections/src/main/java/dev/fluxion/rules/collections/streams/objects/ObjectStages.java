package dev.fluxion.rules.collections.streams.objects;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** What a stage makes of the elements one by one, when it is asked for them. */
public final class ObjectStages {

    private ObjectStages() {}

    /** Each by a function. */
    public record Mapped<S, T>(Iterator<S> source, Function<? super S, ? extends T> function) implements Iterator<T> {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public T next() {
            return function.apply(source.next());
        }
    }

    /** Objects made of numbers. */
    public record FromDoubles<T>(PrimitiveIterator.OfDouble source, DoubleFunction<? extends T> function)
            implements Iterator<T> {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public T next() {
            return function.apply(source.nextDouble());
        }
    }

    /** Objects made of numbers. */
    public record FromInts<T>(PrimitiveIterator.OfInt source, IntFunction<? extends T> function)
            implements Iterator<T> {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public T next() {
            return function.apply(source.nextInt());
        }
    }

    /** Objects made of numbers. */
    public record FromLongs<T>(PrimitiveIterator.OfLong source, LongFunction<? extends T> function)
            implements Iterator<T> {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public T next() {
            return function.apply(source.nextLong());
        }
    }

    /** Those that pass a test. */
    public static final class Filtered<T> implements Iterator<T> {
        private final Iterator<T> source;
        private final Predicate<? super T> predicate;
        private @Nullable T found;
        private boolean isFound;

        /** Asks {@code predicate} about each. */
        public Filtered(Iterator<T> source, Predicate<? super T> predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (!isFound && source.hasNext()) {
                T element = source.next();
                found = element;
                isFound = predicate.test(element);
            }
            return isFound;
        }

        @Override
        @SuppressWarnings("NullAway") // an element may be null
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isFound = false;
            return found;
        }
    }

    /** All, each shown to an action first. */
    public record Peeked<T>(Iterator<T> source, Consumer<? super T> action) implements Iterator<T> {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public T next() {
            T element = source.next();
            action.accept(element);
            return element;
        }
    }
}
