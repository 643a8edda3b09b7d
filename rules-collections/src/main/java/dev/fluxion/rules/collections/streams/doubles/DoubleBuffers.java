package dev.fluxion.rules.collections.streams.doubles;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

/** Stages that hold some elements back. */
public final class DoubleBuffers {

    private DoubleBuffers() {}

    /** Numbers in an array that grows. */
    public static final class Block implements DoubleConsumer {
        private double[] numbers = new double[8];
        private int size;

        /** Makes an empty one. */
        public Block() {}

        @Override
        public void accept(double number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        /** Adds all that is left. */
        public Block with(PrimitiveIterator.OfDouble source) {
            while (source.hasNext()) {
                accept(source.nextDouble());
            }
            return this;
        }

        /** Returns how many there are. */
        public int size() {
            return size;
        }

        /** Returns the number at a place. */
        public double get(int index) {
            return numbers[index];
        }

        /** Forgets all. */
        public void clear() {
            size = 0;
        }

        /** Returns them in an array of that length. */
        public double[] toArray() {
            return Arrays.copyOf(numbers, size);
        }
    }

    /** All in their natural order. */
    public static final class Sorted implements PrimitiveIterator.OfDouble {
        private final PrimitiveIterator.OfDouble source;
        private double @Nullable [] sorted;
        private int at;

        /** Sorts when the first one is asked for. */
        public Sorted(PrimitiveIterator.OfDouble source) {
            this.source = source;
        }

        private double[] sorted() {
            double[] known = sorted;
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
        public double nextDouble() {
            double[] all = sorted();
            if (at >= all.length) {
                throw new NoSuchElementException();
            }
            return all[at++];
        }
    }

    /** Those of several streams, one after the other; each is closed when it is used up. */
    public static final class FlatMapped implements PrimitiveIterator.OfDouble {
        private final Iterator<? extends @Nullable DoubleStream> streams;
        private @Nullable DoubleStream open;
        private PrimitiveIterator.@Nullable OfDouble current;

        /** Goes over all that {@code streams} gives; null stands for an empty one. */
        public FlatMapped(Iterator<? extends @Nullable DoubleStream> streams) {
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
        public double nextDouble() {
            if (!hasNext() || current == null) {
                throw new NoSuchElementException();
            }
            return current.nextDouble();
        }
    }

    /** Those that a function hands to a consumer for each element of another stream. */
    public static final class MultiMapped<T> implements PrimitiveIterator.OfDouble {
        private final Iterator<T> source;
        private final BiConsumer<? super T, ? super DoubleConsumer> function;
        private final Block waiting = new Block();
        private int at;

        /** Calls {@code function} when what it handed over before is used up. */
        public MultiMapped(Iterator<T> source, BiConsumer<? super T, ? super DoubleConsumer> function) {
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
        public double nextDouble() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return waiting.get(at++);
        }
    }

    /** For code that calls {@code hasNext} to have the next one computed, as it is by a stream of the JDK. */
    public static final class Ready implements PrimitiveIterator.OfDouble {
        private final PrimitiveIterator.OfDouble source;
        private double next;
        private boolean isReady;

        /** Computes one ahead where it is asked for. */
        public Ready(PrimitiveIterator.OfDouble source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            if (!isReady && source.hasNext()) {
                next = source.nextDouble();
                isReady = true;
            }
            return isReady;
        }

        @Override
        public double nextDouble() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            return next;
        }
    }
}
