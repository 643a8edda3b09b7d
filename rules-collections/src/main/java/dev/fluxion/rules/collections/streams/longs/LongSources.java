package dev.fluxion.rules.collections.streams.longs;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** Where the elements of a stream of long come from. */
public final class LongSources {

    private LongSources() {}

    /** A part of an array. */
    public static final class OfArray implements PrimitiveIterator.OfLong {
        private final long[] array;
        private final int to;
        private int at;

        /** Goes over the elements from {@code from} to before {@code to}. */
        public OfArray(long[] array, int from, int to) {
            this.array = array;
            this.at = from;
            this.to = to;
        }

        @Override
        public boolean hasNext() {
            return at < to;
        }

        @Override
        public long nextLong() {
            if (at >= to) {
                throw new NoSuchElementException();
            }
            return array[at++];
        }
    }

    /** Without end, by a function without argument. */
    public record Generated(LongSupplier supplier) implements PrimitiveIterator.OfLong {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public long nextLong() {
            return supplier.getAsLong();
        }
    }

    /** Without end, each from the one before. */
    public static final class Iterated implements PrimitiveIterator.OfLong {
        private final LongUnaryOperator function;
        private long last;
        private boolean isStarted;

        /** Begins with {@code seed}. */
        public Iterated(long seed, LongUnaryOperator function) {
            this.last = seed;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public long nextLong() {
            if (isStarted) {
                last = function.applyAsLong(last);
            }
            isStarted = true;
            return last;
        }
    }

    /** Each from the one before, as long as they pass a test. */
    public static final class IteratedWhile implements PrimitiveIterator.OfLong {
        private final LongPredicate condition;
        private final LongUnaryOperator function;
        private long last;
        private boolean isStarted;
        private boolean isReady;
        private boolean isFinished;

        /** Begins with {@code seed}, if it passes. */
        public IteratedWhile(long seed, LongPredicate condition, LongUnaryOperator function) {
            this.last = seed;
            this.condition = condition;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            if (!isReady && !isFinished) {
                if (isStarted) {
                    last = function.applyAsLong(last);
                }
                isStarted = true;
                isReady = condition.test(last);
                isFinished = !isReady;
            }
            return isReady;
        }

        @Override
        public long nextLong() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            return last;
        }
    }

    /** Whole numbers in order. */
    public static final class Range implements PrimitiveIterator.OfLong {
        private final long last;
        private long next;
        private boolean isMore;

        /**
         * Goes from {@code first} to {@code last}, both included; from nothing to nothing if it is not {@code isAny}.
         */
        public Range(long first, long last, boolean isAny) {
            this.next = first;
            this.last = last;
            this.isMore = isAny;
        }

        @Override
        public boolean hasNext() {
            return isMore;
        }

        @Override
        public long nextLong() {
            if (!isMore) {
                throw new NoSuchElementException();
            }
            isMore = next < last;
            return isMore ? next++ : next;
        }
    }
}
