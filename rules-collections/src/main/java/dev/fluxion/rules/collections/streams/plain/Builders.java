package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.streams.doubles.DoubleBuffers;
import dev.fluxion.rules.collections.streams.ints.IntBuffers;
import dev.fluxion.rules.collections.streams.longs.LongBuffers;
import dev.fluxion.rules.collections.streams.objects.ObjectBuffers;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Streams of elements that are given one by one, before any is used. */
public final class Builders {

    private Builders() {}

    public static final class OfObjects<T> implements Stream.Builder<T> {
        private final ObjectBuffers.Block<T> block = new ObjectBuffers.Block<>();
        private boolean isBuilt;

        @Override
        public void accept(T element) {
            requireOpen(isBuilt);
            block.accept(element);
        }

        @Override
        @SuppressWarnings("unchecked") // what was put in
        public Stream<T> build() {
            requireOpen(isBuilt);
            isBuilt = true;
            return PlainStream.of((T[]) block.toArray());
        }
    }

    public static final class OfDoubles implements DoubleStream.Builder {
        private final DoubleBuffers.Block block = new DoubleBuffers.Block();
        private boolean isBuilt;

        @Override
        public void accept(double element) {
            requireOpen(isBuilt);
            block.accept(element);
        }

        @Override
        public DoubleStream build() {
            requireOpen(isBuilt);
            isBuilt = true;
            return PlainDoubleStream.of(block.toArray());
        }
    }

    public static final class OfInts implements IntStream.Builder {
        private final IntBuffers.Block block = new IntBuffers.Block();
        private boolean isBuilt;

        @Override
        public void accept(int element) {
            requireOpen(isBuilt);
            block.accept(element);
        }

        @Override
        public IntStream build() {
            requireOpen(isBuilt);
            isBuilt = true;
            return PlainIntStream.of(block.toArray());
        }
    }

    public static final class OfLongs implements LongStream.Builder {
        private final LongBuffers.Block block = new LongBuffers.Block();
        private boolean isBuilt;

        @Override
        public void accept(long element) {
            requireOpen(isBuilt);
            block.accept(element);
        }

        @Override
        public LongStream build() {
            requireOpen(isBuilt);
            isBuilt = true;
            return PlainLongStream.of(block.toArray());
        }
    }

    private static void requireOpen(boolean isBuilt) {
        if (isBuilt) {
            throw new IllegalStateException();
        }
    }
}
