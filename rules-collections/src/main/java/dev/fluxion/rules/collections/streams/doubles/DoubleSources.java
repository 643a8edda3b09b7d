package dev.fluxion.rules.collections.streams.doubles;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/** Where the elements of a stream of double come from. */
public final class DoubleSources {

    private DoubleSources() {}

    /** A part of an array. */
    public static final class OfArray implements PrimitiveIterator.OfDouble {
        private final double[] array;
        private final int to;
        private int at;

        /** Goes over the elements from {@code from} to before {@code to}. */
        public OfArray(double[] array, int from, int to) {
            this.array = array;
            this.at = from;
            this.to = to;
        }

        @Override
        public boolean hasNext() {
            return at < to;
        }

        @Override
        public double nextDouble() {
            if (at >= to) {
                throw new NoSuchElementException();
            }
            return array[at++];
        }
    }

    /** Without end, by a function without argument. */
    public record Generated(DoubleSupplier supplier) implements PrimitiveIterator.OfDouble {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public double nextDouble() {
            return supplier.getAsDouble();
        }
    }

    /** Without end, each from the one before. */
    public static final class Iterated implements PrimitiveIterator.OfDouble {
        private final DoubleUnaryOperator function;
        private double last;
        private boolean isStarted;

        /** Begins with {@code seed}. */
        public Iterated(double seed, DoubleUnaryOperator function) {
            this.last = seed;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public double nextDouble() {
            if (isStarted) {
                last = function.applyAsDouble(last);
            }
            isStarted = true;
            return last;
        }
    }

    /** Each from the one before, as long as they pass a test. */
    public static final class IteratedWhile implements PrimitiveIterator.OfDouble {
        private final DoublePredicate condition;
        private final DoubleUnaryOperator function;
        private double last;
        private boolean isStarted;
        private boolean isReady;
        private boolean isFinished;

        /** Begins with {@code seed}, if it passes. */
        public IteratedWhile(double seed, DoublePredicate condition, DoubleUnaryOperator function) {
            this.last = seed;
            this.condition = condition;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            if (!isReady && !isFinished) {
                if (isStarted) {
                    last = function.applyAsDouble(last);
                }
                isStarted = true;
                isReady = condition.test(last);
                isFinished = !isReady;
            }
            return isReady;
        }

        @Override
        public double nextDouble() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            return last;
        }
    }
}
