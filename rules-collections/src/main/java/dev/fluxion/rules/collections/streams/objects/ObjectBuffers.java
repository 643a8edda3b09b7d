package dev.fluxion.rules.collections.streams.objects;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Stages that hold some elements back, or remember them. */
public final class ObjectBuffers {

    private ObjectBuffers() {}

    /** Objects in an array that grows. */
    public static final class Block<T> implements Consumer<T> {
        private @Nullable Object[] objects = new @Nullable Object[8];
        private int size;
        private int at;

        /** Makes an empty one. */
        public Block() {}

        @Override
        public void accept(T object) {
            if (size == objects.length) {
                objects = Arrays.copyOf(objects, 2 * size);
            }
            objects[size++] = object;
        }

        /** Adds all that is left. */
        public Block<T> with(Iterator<T> source) {
            while (source.hasNext()) {
                accept(source.next());
            }
            return this;
        }

        /** Returns how many there are. */
        public int size() {
            return size;
        }

        /** Returns them in an array of that length. */
        public @Nullable Object[] toArray() {
            return Arrays.copyOf(objects, size);
        }

        /** Returns whether there are some that {@code next} has not returned. */
        public boolean hasNext() {
            return at < size;
        }

        /** Returns the next one. */
        @SuppressWarnings({"unchecked", "NullAway"}) // what was put in comes out
        public T next() {
            return (T) objects[at++];
        }

        /** Forgets all. */
        public void clear() {
            size = 0;
            at = 0;
        }
    }

    /** All in an order. */
    public static final class Sorted<T> implements Iterator<T> {
        private final Iterator<T> source;
        private final Comparator<? super T> order;
        private @Nullable Object @Nullable [] sorted;
        private int at;

        /** Sorts when the first one is asked for. */
        public Sorted(Iterator<T> source, Comparator<? super T> order) {
            this.source = source;
            this.order = order;
        }

        @SuppressWarnings({"unchecked", "NullAway"}) // what was put in comes out
        private @Nullable Object[] sorted() {
            @Nullable Object[] known = sorted;
            if (known == null) {
                known = new Block<T>().with(source).toArray();
                Arrays.sort(known, (Comparator<Object>) order);
                sorted = known;
            }
            return known;
        }

        @Override
        public boolean hasNext() {
            return at < sorted().length;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // what was put in comes out
        public T next() {
            @Nullable Object[] all = sorted();
            if (at >= all.length) {
                throw new NoSuchElementException();
            }
            return (T) all[at++];
        }
    }

    /** Each that is not equal to one before. */
    public static final class Distinct<T> implements Iterator<T> {
        private final Iterator<T> source;
        private final Set<T> seen = new HashSet<>();
        private @Nullable T found;
        private boolean isFound;

        /** Remembers the ones it has given. */
        public Distinct(Iterator<T> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            while (!isFound && source.hasNext()) {
                T element = source.next();
                found = element;
                isFound = seen.add(element);
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

    /** Those of several streams, one after the other; each is closed when it is used up. */
    public static final class FlatMapped<T> implements Iterator<T> {
        private final Iterator<? extends @Nullable Stream<? extends T>> streams;
        private @Nullable Stream<? extends T> open;
        private @Nullable Iterator<? extends T> current;

        /** Goes over all that {@code streams} gives; null stands for an empty one. */
        public FlatMapped(Iterator<? extends @Nullable Stream<? extends T>> streams) {
            this.streams = streams;
        }

        @Override
        public boolean hasNext() {
            while (true) {
                if (current != null && current.hasNext()) {
                    return true;
                }
                if (open != null) {
                    open.close();
                    open = null;
                    current = null;
                }
                if (!streams.hasNext()) {
                    return false;
                }
                open = streams.next();
                current = open == null ? null : open.sequential().iterator();
            }
        }

        @Override
        public T next() {
            if (!hasNext() || current == null) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }

    /** Those that a function hands to a consumer for each element of another stream. */
    public static final class MultiMapped<S, T> implements Iterator<T> {
        private final Iterator<S> source;
        private final BiConsumer<? super S, ? super Consumer<T>> function;
        private final Block<T> waiting = new Block<>();

        /** Calls {@code function} when what it handed over before is used up. */
        public MultiMapped(Iterator<S> source, BiConsumer<? super S, ? super Consumer<T>> function) {
            this.source = source;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            while (!waiting.hasNext()) {
                if (!source.hasNext()) {
                    return false;
                }
                waiting.clear();
                function.accept(source.next(), waiting);
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return waiting.next();
        }
    }

    /** For code that calls {@code hasNext} to have the next one computed, as it is by a stream of the JDK. */
    public static final class Ready<T> implements Iterator<T> {
        private final Iterator<T> source;
        private @Nullable T next;
        private boolean isReady;

        /** Computes one ahead where it is asked for. */
        public Ready(Iterator<T> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            if (!isReady && source.hasNext()) {
                next = source.next();
                isReady = true;
            }
            return isReady;
        }

        @Override
        @SuppressWarnings("NullAway") // an element may be null
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            return next;
        }
    }
}
