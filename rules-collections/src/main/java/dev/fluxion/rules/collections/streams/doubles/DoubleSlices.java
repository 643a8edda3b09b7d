package dev.fluxion.rules.collections.streams.doubles;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.DoublePredicate;

/** Parts of streams of double, and streams one after the other. */
public final class DoubleSlices {

    private DoubleSlices() {}

    /** The first ones. */
    public static final class Limited implements PrimitiveIterator.OfDouble {
        private final PrimitiveIterator.OfDouble source;
        private long left;

        /** Takes at most {@code most}. */
        public Limited(PrimitiveIterator.OfDouble source, long most) {
            this.source = source;
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && source.hasNext();
        }

        @Override
        public double nextDouble() {
            if (left <= 0) {
                throw new NoSuchElementException();
            }
            left--;
            return source.nextDouble();
        }
    }

    /** All but the first ones. */
    public static final class Skipped implements PrimitiveIterator.OfDouble {
        private final PrimitiveIterator.OfDouble source;
        private long left;

        /** Leaves out {@code count}. */
        public Skipped(PrimitiveIterator.OfDouble source, long count) {
            this.source = source;
            this.left = count;
        }

        @Override
        public boolean hasNext() {
            while (left > 0 && source.hasNext()) {
                source.nextDouble();
                left--;
            }
            return source.hasNext();
        }

        @Override
        public double nextDouble() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return source.nextDouble();
        }
    }

    /** Those before the first that fails a test. */
    public static final class TakenWhile implements PrimitiveIterator.OfDouble {
        private final PrimitiveIterator.OfDouble source;
        private final DoublePredicate predicate;
        private double found;
        private boolean isFound;
        private boolean isFinished;

        /** Asks {@code predicate} until it says no. */
        public TakenWhile(PrimitiveIterator.OfDouble source, DoublePredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            if (!isFound && !isFinished && source.hasNext()) {
                found = source.nextDouble();
                isFound = predicate.test(found);
                isFinished = !isFound;
            }
            return isFound;
        }

        @Override
        public double nextDouble() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isFound = false;
            return found;
        }
    }

    /** Those from the first on that fails a test. */
    public static final class DroppedWhile implements PrimitiveIterator.OfDouble {
        private final PrimitiveIterator.OfDouble source;
        private final DoublePredicate predicate;
        private double found;
        private boolean isFound;
        private boolean isDropping = true;

        /** Asks {@code predicate} until it says no. */
        public DroppedWhile(PrimitiveIterator.OfDouble source, DoublePredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (isDropping && source.hasNext()) {
                found = source.nextDouble();
                isDropping = predicate.test(found);
                isFound = !isDropping;
            }
            return isFound || source.hasNext();
        }

        @Override
        public double nextDouble() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (isFound) {
                isFound = false;
                return found;
            }
            return source.nextDouble();
        }
    }

    /** Those of one stream and then of another. */
    public record Joined(PrimitiveIterator.OfDouble first, PrimitiveIterator.OfDouble second)
            implements PrimitiveIterator.OfDouble {
        @Override
        public boolean hasNext() {
            return first.hasNext() || second.hasNext();
        }

        @Override
        public double nextDouble() {
            return first.hasNext() ? first.nextDouble() : second.nextDouble();
        }
    }
}
