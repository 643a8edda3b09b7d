package dev.fluxion.rules.collections.streams.ints;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/** Where the elements of a stream of int come from. */
public final class IntSources {

    private IntSources() {}

    /** A part of an array. */
    public static final class OfArray implements PrimitiveIterator.OfInt {
        private final int[] array;
        private final int to;
        private int at;

        /** Goes over the elements from {@code from} to before {@code to}. */
        public OfArray(int[] array, int from, int to) {
            this.array = array;
            this.at = from;
            this.to = to;
        }

        @Override
        public boolean hasNext() {
            return at < to;
        }

        @Override
        public int nextInt() {
            if (at >= to) {
                throw new NoSuchElementException();
            }
            return array[at++];
        }
    }

    /** Without end, by a function without argument. */
    public record Generated(IntSupplier supplier) implements PrimitiveIterator.OfInt {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public int nextInt() {
            return supplier.getAsInt();
        }
    }

    /** Without end, each from the one before. */
    public static final class Iterated implements PrimitiveIterator.OfInt {
        private final IntUnaryOperator function;
        private int last;
        private boolean isStarted;

        /** Begins with {@code seed}. */
        public Iterated(int seed, IntUnaryOperator function) {
            this.last = seed;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public int nextInt() {
            if (isStarted) {
                last = function.applyAsInt(last);
            }
            isStarted = true;
            return last;
        }
    }

    /** Each from the one before, as long as they pass a test. */
    public static final class IteratedWhile implements PrimitiveIterator.OfInt {
        private final IntPredicate condition;
        private final IntUnaryOperator function;
        private int last;
        private boolean isStarted;
        private boolean isReady;
        private boolean isFinished;

        /** Begins with {@code seed}, if it passes. */
        public IteratedWhile(int seed, IntPredicate condition, IntUnaryOperator function) {
            this.last = seed;
            this.condition = condition;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            if (!isReady && !isFinished) {
                if (isStarted) {
                    last = function.applyAsInt(last);
                }
                isStarted = true;
                isReady = condition.test(last);
                isFinished = !isReady;
            }
            return isReady;
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            return last;
        }
    }

    /** Whole numbers in order. */
    public static final class Range implements PrimitiveIterator.OfInt {
        private final int last;
        private int next;
        private boolean isMore;

        /**
         * Goes from {@code first} to {@code last}, both included; from nothing to nothing if it is not {@code isAny}.
         */
        public Range(int first, int last, boolean isAny) {
            this.next = first;
            this.last = last;
            this.isMore = isAny;
        }

        @Override
        public boolean hasNext() {
            return isMore;
        }

        @Override
        public int nextInt() {
            if (!isMore) {
                throw new NoSuchElementException();
            }
            isMore = next < last;
            return isMore ? next++ : next;
        }
    }
}
