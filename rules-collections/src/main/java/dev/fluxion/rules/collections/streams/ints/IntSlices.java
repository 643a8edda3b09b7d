package dev.fluxion.rules.collections.streams.ints;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.IntPredicate;

/** Parts of streams of int, and streams one after the other. */
public final class IntSlices {

    private IntSlices() {}

    /** The first ones. */
    public static final class Limited implements PrimitiveIterator.OfInt {
        private final PrimitiveIterator.OfInt source;
        private long left;

        /** Takes at most {@code most}. */
        public Limited(PrimitiveIterator.OfInt source, long most) {
            this.source = source;
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && source.hasNext();
        }

        @Override
        public int nextInt() {
            if (left <= 0) {
                throw new NoSuchElementException();
            }
            left--;
            return source.nextInt();
        }
    }

    /** All but the first ones. */
    public static final class Skipped implements PrimitiveIterator.OfInt {
        private final PrimitiveIterator.OfInt source;
        private long left;

        /** Leaves out {@code count}. */
        public Skipped(PrimitiveIterator.OfInt source, long count) {
            this.source = source;
            this.left = count;
        }

        @Override
        public boolean hasNext() {
            while (left > 0 && source.hasNext()) {
                source.nextInt();
                left--;
            }
            return source.hasNext();
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return source.nextInt();
        }
    }

    /** Those before the first that fails a test. */
    public static final class TakenWhile implements PrimitiveIterator.OfInt {
        private final PrimitiveIterator.OfInt source;
        private final IntPredicate predicate;
        private int found;
        private boolean isFound;
        private boolean isFinished;

        /** Asks {@code predicate} until it says no. */
        public TakenWhile(PrimitiveIterator.OfInt source, IntPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            if (!isFound && !isFinished && source.hasNext()) {
                found = source.nextInt();
                isFound = predicate.test(found);
                isFinished = !isFound;
            }
            return isFound;
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isFound = false;
            return found;
        }
    }

    /** Those from the first on that fails a test. */
    public static final class DroppedWhile implements PrimitiveIterator.OfInt {
        private final PrimitiveIterator.OfInt source;
        private final IntPredicate predicate;
        private int found;
        private boolean isFound;
        private boolean isDropping = true;

        /** Asks {@code predicate} until it says no. */
        public DroppedWhile(PrimitiveIterator.OfInt source, IntPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (isDropping && source.hasNext()) {
                found = source.nextInt();
                isDropping = predicate.test(found);
                isFound = !isDropping;
            }
            return isFound || source.hasNext();
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (isFound) {
                isFound = false;
                return found;
            }
            return source.nextInt();
        }
    }

    /** Those of one stream and then of another. */
    public record Joined(PrimitiveIterator.OfInt first, PrimitiveIterator.OfInt second)
            implements PrimitiveIterator.OfInt {
        @Override
        public boolean hasNext() {
            return first.hasNext() || second.hasNext();
        }

        @Override
        public int nextInt() {
            return first.hasNext() ? first.nextInt() : second.nextInt();
        }
    }
}
