package dev.fluxion.rules.collections.streams.objects;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Parts of streams of objects, and streams one after the other. */
public final class ObjectSlices {

    private ObjectSlices() {}

    /** The first ones. */
    public static final class Limited<T> implements Iterator<T> {
        private final Iterator<T> source;
        private long left;

        /** Takes at most {@code most}. */
        public Limited(Iterator<T> source, long most) {
            this.source = source;
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && source.hasNext();
        }

        @Override
        public T next() {
            if (left <= 0) {
                throw new NoSuchElementException();
            }
            left--;
            return source.next();
        }
    }

    /** All but the first ones. */
    public static final class Skipped<T> implements Iterator<T> {
        private final Iterator<T> source;
        private long left;

        /** Leaves out {@code count}. */
        public Skipped(Iterator<T> source, long count) {
            this.source = source;
            this.left = count;
        }

        @Override
        public boolean hasNext() {
            while (left > 0 && source.hasNext()) {
                source.next();
                left--;
            }
            return source.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return source.next();
        }
    }

    /** Those before the first that fails a test. */
    public static final class TakenWhile<T> implements Iterator<T> {
        private final Iterator<T> source;
        private final Predicate<? super T> predicate;
        private @Nullable T found;
        private boolean isFound;
        private boolean isFinished;

        /** Asks {@code predicate} until it says no. */
        public TakenWhile(Iterator<T> source, Predicate<? super T> predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            if (!isFound && !isFinished && source.hasNext()) {
                T element = source.next();
                found = element;
                isFound = predicate.test(element);
                isFinished = !isFound;
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

    /** Those from the first on that fails a test. */
    public static final class DroppedWhile<T> implements Iterator<T> {
        private final Iterator<T> source;
        private final Predicate<? super T> predicate;
        private @Nullable T found;
        private boolean isFound;
        private boolean isDropping = true;

        /** Asks {@code predicate} until it says no. */
        public DroppedWhile(Iterator<T> source, Predicate<? super T> predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (isDropping && source.hasNext()) {
                T element = source.next();
                found = element;
                isDropping = predicate.test(element);
                isFound = !isDropping;
            }
            return isFound || source.hasNext();
        }

        @Override
        @SuppressWarnings("NullAway") // an element may be null
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (isFound) {
                isFound = false;
                return found;
            }
            return source.next();
        }
    }

    /** Those of one stream and then of another. */
    public record Joined<T>(Iterator<? extends T> first, Iterator<? extends T> second) implements Iterator<T> {
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
