package dev.fluxion.rules.collections.streams;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a stage of a stream gives, computed when it is asked for. */
final class Elements {

    private Elements() {}

    /** Each element by a function. */
    record Mapped<S, T>(Iterable<S> source, Function<? super S, ? extends T> function) implements Iterable<T> {
        @Override
        public Iterator<T> iterator() {
            return new MappedIterator<>(source.iterator(), function);
        }
    }

    private static final class MappedIterator<S, T> implements Iterator<T> {
        private final Iterator<S> source;
        private final Function<? super S, ? extends T> function;

        MappedIterator(Iterator<S> source, Function<? super S, ? extends T> function) {
            this.source = source;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public T next() {
            return function.apply(source.next());
        }
    }

    /** Those that pass a test. */
    record Filtered<T>(Iterable<T> source, Predicate<? super T> predicate) implements Iterable<T> {
        @Override
        public Iterator<T> iterator() {
            return new FilteredIterator<>(source.iterator(), predicate);
        }
    }

    private static final class FilteredIterator<T> implements Iterator<T> {
        private final Iterator<T> source;
        private final Predicate<? super T> predicate;
        private @Nullable T found;
        private boolean isFound;

        FilteredIterator(Iterator<T> source, Predicate<? super T> predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (!isFound && source.hasNext()) {
                T element = source.next();
                if (predicate.test(element)) {
                    found = element;
                    isFound = true;
                }
            }
            return isFound;
        }

        @Override
        @SuppressWarnings("NullAway") // an element may be null
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            T element = found;
            found = null;
            isFound = false;
            return element;
        }
    }

    /** All, each shown to an action first. */
    record Peeked<T>(Iterable<T> source, Consumer<? super T> action) implements Iterable<T> {
        @Override
        public Iterator<T> iterator() {
            return new PeekedIterator<>(source.iterator(), action);
        }
    }

    private static final class PeekedIterator<T> implements Iterator<T> {
        private final Iterator<T> source;
        private final Consumer<? super T> action;

        PeekedIterator(Iterator<T> source, Consumer<? super T> action) {
            this.source = source;
            this.action = action;
        }

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

    /** Those of one stage and then of another. */
    record Joined<T>(Iterable<? extends T> first, Iterable<? extends T> second) implements Iterable<T> {
        @Override
        public Iterator<T> iterator() {
            return new JoinedIterator<>(first.iterator(), second.iterator());
        }
    }

    private static final class JoinedIterator<T> implements Iterator<T> {
        private final Iterator<? extends T> first;
        private final Iterator<? extends T> second;

        JoinedIterator(Iterator<? extends T> first, Iterator<? extends T> second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public boolean hasNext() {
            return first.hasNext() || second.hasNext();
        }

        @Override
        public T next() {
            return first.hasNext() ? first.next() : second.next();
        }
    }
}
