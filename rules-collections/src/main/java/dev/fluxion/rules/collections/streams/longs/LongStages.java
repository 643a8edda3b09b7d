package dev.fluxion.rules.collections.streams.longs;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.DoubleToLongFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

/** What a stage makes of the elements one by one, when it is asked for them. */
public final class LongStages {

    private LongStages() {}

    /** Each by a function. */
    public record Mapped(PrimitiveIterator.OfLong source, LongUnaryOperator function)
            implements PrimitiveIterator.OfLong {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public long nextLong() {
            return function.applyAsLong(source.nextLong());
        }
    }

    /** Numbers that objects give. */
    public record FromObjects<T>(Iterator<T> source, ToLongFunction<? super T> function)
            implements PrimitiveIterator.OfLong {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public long nextLong() {
            return function.applyAsLong(source.next());
        }
    }

    /** Numbers from ones of another type. */
    public record FromDoubles(PrimitiveIterator.OfDouble source, DoubleToLongFunction function)
            implements PrimitiveIterator.OfLong {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public long nextLong() {
            return function.applyAsLong(source.nextDouble());
        }
    }

    /** Numbers from ones of another type. */
    public record FromInts(PrimitiveIterator.OfInt source, IntToLongFunction function)
            implements PrimitiveIterator.OfLong {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public long nextLong() {
            return function.applyAsLong(source.nextInt());
        }
    }

    /** Those that pass a test. */
    public static final class Filtered implements PrimitiveIterator.OfLong {
        private final PrimitiveIterator.OfLong source;
        private final LongPredicate predicate;
        private long found;
        private boolean isFound;

        /** Asks {@code predicate} about each. */
        public Filtered(PrimitiveIterator.OfLong source, LongPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (!isFound && source.hasNext()) {
                found = source.nextLong();
                isFound = predicate.test(found);
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

    /** All, each shown to an action first. */
    public record Peeked(PrimitiveIterator.OfLong source, LongConsumer action) implements PrimitiveIterator.OfLong {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public long nextLong() {
            long element = source.nextLong();
            action.accept(element);
            return element;
        }
    }
}
