package dev.fluxion.rules.collections.streams.objects;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Where the elements of a stream of objects come from. */
public final class ObjectSources {

    private ObjectSources() {}

    /** What something iterates over, asked for its iterator when the first element is asked for. */
    public static final class OfIterable<T> implements Iterator<T> {
        private final Iterable<T> iterable;
        private @Nullable Iterator<T> iterator;

        /**
         * Makes the source.
         *
         * @param iterable what is looked at late
         * @param iterator what gives the elements if that is known already; else null
         */
        public OfIterable(Iterable<T> iterable, @Nullable Iterator<T> iterator) {
            this.iterable = iterable;
            this.iterator = iterator;
        }

        private Iterator<T> started() {
            Iterator<T> known = iterator;
            if (known == null) {
                known = iterable.iterator();
                iterator = known;
            }
            return known;
        }

        @Override
        public boolean hasNext() {
            return started().hasNext();
        }

        @Override
        public T next() {
            return started().next();
        }
    }

    /** A part of an array. */
    public static final class OfArray<T> implements Iterator<T> {
        private final T[] array;
        private final int to;
        private int at;

        /** Goes over the elements from {@code from} to before {@code to}. */
        public OfArray(T[] array, int from, int to) {
            this.array = array;
            this.at = from;
            this.to = to;
        }

        @Override
        public boolean hasNext() {
            return at < to;
        }

        @Override
        public T next() {
            if (at >= to) {
                throw new NoSuchElementException();
            }
            return array[at++];
        }
    }

    /** Without end, by a function without argument. */
    public record Generated<T>(Supplier<? extends T> supplier) implements Iterator<T> {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public T next() {
            return supplier.get();
        }
    }

    /** Without end, each from the one before. */
    public static final class Iterated<T> implements Iterator<T> {
        private final UnaryOperator<T> function;
        private T last;
        private boolean isStarted;

        /** Begins with {@code seed}. */
        public Iterated(T seed, UnaryOperator<T> function) {
            this.last = seed;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public T next() {
            if (isStarted) {
                last = function.apply(last);
            }
            isStarted = true;
            return last;
        }
    }

    /** Each from the one before, as long as they pass a test. */
    public static final class IteratedWhile<T> implements Iterator<T> {
        private final Predicate<? super T> condition;
        private final UnaryOperator<T> function;
        private T last;
        private boolean isStarted;
        private boolean isReady;
        private boolean isFinished;

        /** Begins with {@code seed}, if it passes. */
        public IteratedWhile(T seed, Predicate<? super T> condition, UnaryOperator<T> function) {
            this.last = seed;
            this.condition = condition;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            if (!isReady && !isFinished) {
                if (isStarted) {
                    last = function.apply(last);
                }
                isStarted = true;
                isReady = condition.test(last);
                isFinished = !isReady;
            }
            return isReady;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            return last;
        }
    }
}
