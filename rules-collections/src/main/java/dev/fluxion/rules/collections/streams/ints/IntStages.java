package dev.fluxion.rules.collections.streams.ints;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.DoubleToIntFunction;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongToIntFunction;
import java.util.function.ToIntFunction;

/** What a stage makes of the elements one by one, when it is asked for them. */
public final class IntStages {

    private IntStages() {}

    /** Each by a function. */
    public record Mapped(PrimitiveIterator.OfInt source, IntUnaryOperator function) implements PrimitiveIterator.OfInt {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public int nextInt() {
            return function.applyAsInt(source.nextInt());
        }
    }

    /** Numbers that objects give. */
    public record FromObjects<T>(Iterator<T> source, ToIntFunction<? super T> function)
            implements PrimitiveIterator.OfInt {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public int nextInt() {
            return function.applyAsInt(source.next());
        }
    }

    /** Numbers from ones of another type. */
    public record FromDoubles(PrimitiveIterator.OfDouble source, DoubleToIntFunction function)
            implements PrimitiveIterator.OfInt {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public int nextInt() {
            return function.applyAsInt(source.nextDouble());
        }
    }

    /** Numbers from ones of another type. */
    public record FromLongs(PrimitiveIterator.OfLong source, LongToIntFunction function)
            implements PrimitiveIterator.OfInt {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public int nextInt() {
            return function.applyAsInt(source.nextLong());
        }
    }

    /** Those that pass a test. */
    public static final class Filtered implements PrimitiveIterator.OfInt {
        private final PrimitiveIterator.OfInt source;
        private final IntPredicate predicate;
        private int found;
        private boolean isFound;

        /** Asks {@code predicate} about each. */
        public Filtered(PrimitiveIterator.OfInt source, IntPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (!isFound && source.hasNext()) {
                found = source.nextInt();
                isFound = predicate.test(found);
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

    /** All, each shown to an action first. */
    public record Peeked(PrimitiveIterator.OfInt source, IntConsumer action) implements PrimitiveIterator.OfInt {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public int nextInt() {
            int element = source.nextInt();
            action.accept(element);
            return element;
        }
    }
}
