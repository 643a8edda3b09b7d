package dev.fluxion.rules.collections.streams.doubles;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** What a stage makes of the elements one by one, when it is asked for them. */
public final class DoubleStages {

    private DoubleStages() {}

    /** Each by a function. */
    public record Mapped(PrimitiveIterator.OfDouble source, DoubleUnaryOperator function)
            implements PrimitiveIterator.OfDouble {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public double nextDouble() {
            return function.applyAsDouble(source.nextDouble());
        }
    }

    /** Numbers that objects give. */
    public record FromObjects<T>(Iterator<T> source, ToDoubleFunction<? super T> function)
            implements PrimitiveIterator.OfDouble {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public double nextDouble() {
            return function.applyAsDouble(source.next());
        }
    }

    /** Numbers from ones of another type. */
    public record FromInts(PrimitiveIterator.OfInt source, IntToDoubleFunction function)
            implements PrimitiveIterator.OfDouble {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public double nextDouble() {
            return function.applyAsDouble(source.nextInt());
        }
    }

    /** Numbers from ones of another type. */
    public record FromLongs(PrimitiveIterator.OfLong source, LongToDoubleFunction function)
            implements PrimitiveIterator.OfDouble {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public double nextDouble() {
            return function.applyAsDouble(source.nextLong());
        }
    }

    /** Those that pass a test. */
    public static final class Filtered implements PrimitiveIterator.OfDouble {
        private final PrimitiveIterator.OfDouble source;
        private final DoublePredicate predicate;
        private double found;
        private boolean isFound;

        /** Asks {@code predicate} about each. */
        public Filtered(PrimitiveIterator.OfDouble source, DoublePredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (!isFound && source.hasNext()) {
                found = source.nextDouble();
                isFound = predicate.test(found);
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

    /** All, each shown to an action first. */
    public record Peeked(PrimitiveIterator.OfDouble source, DoubleConsumer action)
            implements PrimitiveIterator.OfDouble {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public double nextDouble() {
            double element = source.nextDouble();
            action.accept(element);
            return element;
        }
    }
}
