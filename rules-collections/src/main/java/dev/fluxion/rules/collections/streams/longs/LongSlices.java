package dev.fluxion.rules.collections.streams.longs;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.LongPredicate;

/** Parts of streams of long, and streams one after the other. */
public final class LongSlices {

    private LongSlices() {}

    /** The first ones. */
    public static final class Limited implements PrimitiveIterator.OfLong {
        private final PrimitiveIterator.OfLong source;
        private long left;

        /** Takes at most {@code most}. */
        public Limited(PrimitiveIterator.OfLong source, long most) {
            this.source = source;
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && source.hasNext();
        }

        @Override
        public long nextLong() {
            if (left <= 0) {
                throw new NoSuchElementException();
            }
            left--;
            return source.nextLong();
        }
    }

    /** All but the first ones. */
    public static final class Skipped implements PrimitiveIterator.OfLong {
        private final PrimitiveIterator.OfLong source;
        private long left;

        /** Leaves out {@code count}. */
        public Skipped(PrimitiveIterator.OfLong source, long count) {
            this.source = source;
            this.left = count;
        }

        @Override
        public boolean hasNext() {
            while (left > 0 && source.hasNext()) {
                source.nextLong();
                left--;
            }
            return source.hasNext();
        }

        @Override
        public long nextLong() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return source.nextLong();
        }
    }

    /** Those before the first that fails a test. */
    public static final class TakenWhile implements PrimitiveIterator.OfLong {
        private final PrimitiveIterator.OfLong source;
        private final LongPredicate predicate;
        private long found;
        private boolean isFound;
        private boolean isFinished;

        /** Asks {@code predicate} until it says no. */
        public TakenWhile(PrimitiveIterator.OfLong source, LongPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            if (!isFound && !isFinished && source.hasNext()) {
                found = source.nextLong();
                isFound = predicate.test(found);
                isFinished = !isFound;
            }
            return isFound;
        }

        @Override
        public long nextLong() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isFound = false;
            return found;
        }
    }

    /** Those from the first on that fails a test. */
    public static final class DroppedWhile implements PrimitiveIterator.OfLong {
        private final PrimitiveIterator.OfLong source;
        private final LongPredicate predicate;
        private long found;
        private boolean isFound;
        private boolean isDropping = true;

        /** Asks {@code predicate} until it says no. */
        public DroppedWhile(PrimitiveIterator.OfLong source, LongPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (isDropping && source.hasNext()) {
                found = source.nextLong();
                isDropping = predicate.test(found);
                isFound = !isDropping;
            }
            return isFound || source.hasNext();
        }

        @Override
        public long nextLong() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (isFound) {
                isFound = false;
                return found;
            }
            return source.nextLong();
        }
    }

    /** Those of one stream and then of another. */
    public record Joined(PrimitiveIterator.OfLong first, PrimitiveIterator.OfLong second)
            implements PrimitiveIterator.OfLong {
        @Override
        public boolean hasNext() {
            return first.hasNext() || second.hasNext();
        }

        @Override
        public long nextLong() {
            return first.hasNext() ? first.nextLong() : second.nextLong();
        }
    }
}
