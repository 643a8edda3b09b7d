package dev.fluxion.rules.collections.streams.ints;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Stages that hold some elements back. */
public final class IntBuffers {

    private IntBuffers() {}

    /** Numbers in an array that grows. */
    public static final class Block implements IntConsumer {
        private int[] numbers = new int[8];
        private int size;

        /** Makes an empty one. */
        public Block() {}

        @Override
        public void accept(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        /** Adds all that is left. */
        public Block with(PrimitiveIterator.OfInt source) {
            while (source.hasNext()) {
                accept(source.nextInt());
            }
            return this;
        }

        /** Returns how many there are. */
        public int size() {
            return size;
        }

        /** Returns the number at a place. */
        public int get(int index) {
            return numbers[index];
        }

        /** Forgets all. */
        public void clear() {
            size = 0;
        }

        /** Returns them in an array of that length. */
        public int[] toArray() {
            return Arrays.copyOf(numbers, size);
        }
    }

    /** All in their natural order. */
    public static final class Sorted implements PrimitiveIterator.OfInt {
        private final PrimitiveIterator.OfInt source;
        private int @Nullable [] sorted;
        private int at;

        /** Sorts when the first one is asked for. */
        public Sorted(PrimitiveIterator.OfInt source) {
            this.source = source;
        }

        private int[] sorted() {
            int[] known = sorted;
            if (known == null) {
                known = new Block().with(source).toArray();
                Arrays.sort(known);
                sorted = known;
            }
            return known;
        }

        @Override
        public boolean hasNext() {
            return at < sorted().length;
        }

        @Override
        public int nextInt() {
            int[] all = sorted();
            if (at >= all.length) {
                throw new NoSuchElementException();
            }
            return all[at++];
        }
    }

    /** Those of several streams, one after the other; each is closed when it is used up. */
    public static final class FlatMapped implements PrimitiveIterator.OfInt {
        private final Iterator<? extends @Nullable IntStream> streams;
        private @Nullable IntStream open;
        private PrimitiveIterator.@Nullable OfInt current;

        /** Goes over all that {@code streams} gives; null stands for an empty one. */
        public FlatMapped(Iterator<? extends @Nullable IntStream> streams) {
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
        public int nextInt() {
            if (!hasNext() || current == null) {
                throw new NoSuchElementException();
            }
            return current.nextInt();
        }
    }

    /** Those that a function hands to a consumer for each element of another stream. */
    public static final class MultiMapped<T> implements PrimitiveIterator.OfInt {
        private final Iterator<T> source;
        private final BiConsumer<? super T, ? super IntConsumer> function;
        private final Block waiting = new Block();
        private int at;

        /** Calls {@code function} when what it handed over before is used up. */
        public MultiMapped(Iterator<T> source, BiConsumer<? super T, ? super IntConsumer> function) {
            this.source = source;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            while (at == waiting.size()) {
                if (!source.hasNext()) {
                    return false;
                }
                waiting.clear();
                at = 0;
                function.accept(source.next(), waiting);
            }
            return true;
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return waiting.get(at++);
        }
    }

    /** For code that calls {@code hasNext} to have the next one computed, as it is by a stream of the JDK. */
    public static final class Ready implements PrimitiveIterator.OfInt {
        private final PrimitiveIterator.OfInt source;
        private int next;
        private boolean isReady;

        /** Computes one ahead where it is asked for. */
        public Ready(PrimitiveIterator.OfInt source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            if (!isReady && source.hasNext()) {
                next = source.nextInt();
                isReady = true;
            }
            return isReady;
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            return next;
        }
    }
}
