package dev.fluxion.rules.collections.streams.longs;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Stages that hold some elements back. */
public final class LongBuffers {

    private LongBuffers() {}

    /** Numbers in an array that grows. */
    public static final class Block implements LongConsumer {
        private long[] numbers = new long[8];
        private int size;

        /** Makes an empty one. */
        public Block() {}

        @Override
        public void accept(long number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        /** Adds all that is left. */
        public Block with(PrimitiveIterator.OfLong source) {
            while (source.hasNext()) {
                accept(source.nextLong());
            }
            return this;
        }

        /** Returns how many there are. */
        public int size() {
            return size;
        }

        /** Returns the number at a place. */
        public long get(int index) {
            return numbers[index];
        }

        /** Forgets all. */
        public void clear() {
            size = 0;
        }

        /** Returns them in an array of that length. */
        public long[] toArray() {
            return Arrays.copyOf(numbers, size);
        }
    }

    /** All in their natural order. */
    public static final class Sorted implements PrimitiveIterator.OfLong {
        private final PrimitiveIterator.OfLong source;
        private long @Nullable [] sorted;
        private int at;

        /** Sorts when the first one is asked for. */
        public Sorted(PrimitiveIterator.OfLong source) {
            this.source = source;
        }

        private long[] sorted() {
            long[] known = sorted;
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
        public long nextLong() {
            long[] all = sorted();
            if (at >= all.length) {
                throw new NoSuchElementException();
            }
            return all[at++];
        }
    }

    /** Those of several streams, one after the other; each is closed when it is used up. */
    public static final class FlatMapped implements PrimitiveIterator.OfLong {
        private final Iterator<? extends @Nullable LongStream> streams;
        private @Nullable LongStream open;
        private PrimitiveIterator.@Nullable OfLong current;

        /** Goes over all that {@code streams} gives; null stands for an empty one. */
        public FlatMapped(Iterator<? extends @Nullable LongStream> streams) {
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
        public long nextLong() {
            if (!hasNext() || current == null) {
                throw new NoSuchElementException();
            }
            return current.nextLong();
        }
    }

    /** Those that a function hands to a consumer for each element of another stream. */
    public static final class MultiMapped<T> implements PrimitiveIterator.OfLong {
        private final Iterator<T> source;
        private final BiConsumer<? super T, ? super LongConsumer> function;
        private final Block waiting = new Block();
        private int at;

        /** Calls {@code function} when what it handed over before is used up. */
        public MultiMapped(Iterator<T> source, BiConsumer<? super T, ? super LongConsumer> function) {
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
        public long nextLong() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return waiting.get(at++);
        }
    }

    /** For code that calls {@code hasNext} to have the next one computed, as it is by a stream of the JDK. */
    public static final class Ready implements PrimitiveIterator.OfLong {
        private final PrimitiveIterator.OfLong source;
        private long next;
        private boolean isReady;

        /** Computes one ahead where it is asked for. */
        public Ready(PrimitiveIterator.OfLong source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            if (!isReady && source.hasNext()) {
                next = source.nextLong();
                isReady = true;
            }
            return isReady;
        }

        @Override
        public long nextLong() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            return next;
        }
    }
}
