package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.streams.doubles.DoubleStages;
import dev.fluxion.rules.collections.streams.ints.IntBuffers;
import dev.fluxion.rules.collections.streams.ints.IntSlices;
import dev.fluxion.rules.collections.streams.ints.IntSources;
import dev.fluxion.rules.collections.streams.ints.IntStages;
import dev.fluxion.rules.collections.streams.longs.LongStages;
import dev.fluxion.rules.collections.streams.objects.ObjectStages;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A stream of int that asks its elements one by one, in one thread. Every stage is an iterator over the one before, so
 * that a derivative can be followed through them.
 */
public final class PlainIntStream extends IntTerminalOperations {

    /**
     * Makes a stage.
     *
     * @param elements what it gives
     * @param line what it shares with the other stages
     * @param size says how many it gives, or less than 0; null if only going through them tells
     */
    public PlainIntStream(PrimitiveIterator.OfInt elements, Line line, @Nullable LongSupplier size) {
        super(elements, line, size);
    }

    /** Returns the stream of a source. */
    public static PlainIntStream of(PrimitiveIterator.OfInt source, @Nullable LongSupplier size) {
        return new PlainIntStream(source, new Line(), size);
    }

    /** Returns the stream of an array. */
    public static PlainIntStream of(int[] elements) {
        return of(new IntSources.OfArray(elements, 0, elements.length), () -> elements.length);
    }

    /** Returns one stream after another. */
    public static PlainIntStream joined(IntStream first, IntStream second) {
        LongSupplier size =
                first instanceof PlainIntStream one && second instanceof PlainIntStream other
                        ? Sizes.joined(one.size(), other.size())
                        : null;
        return new PlainIntStream(
                new IntSlices.Joined(elements(first), elements(second)), Line.ofBoth(first, second), size);
    }

    private static PrimitiveIterator.OfInt elements(IntStream stream) {
        return stream instanceof PlainIntStream plain ? plain.use() : stream.iterator();
    }

    private IntStream sized(PrimitiveIterator.OfInt stage) {
        return new PlainIntStream(stage, line, size);
    }

    private IntStream unsized(PrimitiveIterator.OfInt stage) {
        return new PlainIntStream(stage, line, null);
    }

    private <U> Stream<U> objects(Iterator<U> stage) {
        return new PlainStream<>(stage, line, size);
    }

    @Override
    public IntStream filter(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new IntStages.Filtered(use(), predicate));
    }

    @Override
    public IntStream map(IntUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return sized(new IntStages.Mapped(use(), mapper));
    }

    @Override
    public <U> Stream<U> mapToObj(IntFunction<? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return objects(new ObjectStages.FromInts<U>(use(), mapper));
    }

    @Override
    public DoubleStream mapToDouble(IntToDoubleFunction mapper) {
        Objects.requireNonNull(mapper);
        return new PlainDoubleStream(new DoubleStages.FromInts(use(), mapper), line, size);
    }

    @Override
    public LongStream mapToLong(IntToLongFunction mapper) {
        Objects.requireNonNull(mapper);
        return new PlainLongStream(new LongStages.FromInts(use(), mapper), line, size);
    }

    @Override
    public LongStream asLongStream() {
        return mapToLong(number -> number);
    }

    @Override
    public DoubleStream asDoubleStream() {
        return mapToDouble(number -> number);
    }

    @Override
    public Stream<Integer> boxed() {
        return mapToObj(Integer::valueOf);
    }

    @Override
    public IntStream flatMap(IntFunction<? extends IntStream> mapper) {
        Objects.requireNonNull(mapper);
        return unsized(new IntBuffers.FlatMapped(new ObjectStages.FromInts<IntStream>(use(), mapper)));
    }

    @Override
    public IntStream mapMulti(IntMapMultiConsumer mapper) {
        Objects.requireNonNull(mapper);
        return unsized(new IntBuffers.MultiMapped<Integer>(use(), (element, into) -> mapper.accept(element, into)));
    }

    @Override
    public IntStream distinct() {
        return unsized(new IntStages.Filtered(use(), new Seen()::isNewInt));
    }

    @Override
    public IntStream sorted() {
        return sized(new IntBuffers.Sorted(use()));
    }

    @Override
    public IntStream peek(IntConsumer action) {
        Objects.requireNonNull(action);
        return sized(new IntStages.Peeked(use(), action));
    }

    @Override
    public IntStream limit(long maxSize) {
        Sizes.check(maxSize);
        return new PlainIntStream(new IntSlices.Limited(use(), maxSize), line, Sizes.limited(size, maxSize));
    }

    @Override
    public IntStream skip(long n) {
        Sizes.check(n);
        return n == 0 ? this : new PlainIntStream(new IntSlices.Skipped(use(), n), line, Sizes.skipped(size, n));
    }

    @Override
    public IntStream takeWhile(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new IntSlices.TakenWhile(use(), predicate));
    }

    @Override
    public IntStream dropWhile(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new IntSlices.DroppedWhile(use(), predicate));
    }

    @Override
    public IntStream sequential() {
        line.setParallel(false);
        return this;
    }

    @Override
    public IntStream parallel() {
        line.setParallel(true);
        return this;
    }

    @Override
    public IntStream unordered() {
        return sized(use());
    }

    @Override
    public IntStream onClose(Runnable closeHandler) {
        Objects.requireNonNull(closeHandler);
        if (isUsed) {
            throw Line.used();
        }
        line.onClose(closeHandler);
        return this;
    }
}
