package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.streams.doubles.DoubleStages;
import dev.fluxion.rules.collections.streams.ints.IntStages;
import dev.fluxion.rules.collections.streams.longs.LongBuffers;
import dev.fluxion.rules.collections.streams.longs.LongSlices;
import dev.fluxion.rules.collections.streams.longs.LongSources;
import dev.fluxion.rules.collections.streams.longs.LongStages;
import dev.fluxion.rules.collections.streams.objects.ObjectStages;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A stream of long that asks its elements one by one, in one thread. Every stage is an iterator over the one before, so
 * that a derivative can be followed through them.
 */
public final class PlainLongStream extends LongTerminalOperations {

    /**
     * Makes a stage.
     *
     * @param elements what it gives
     * @param line what it shares with the other stages
     * @param size says how many it gives, or less than 0; null if only going through them tells
     */
    public PlainLongStream(PrimitiveIterator.OfLong elements, Line line, @Nullable LongSupplier size) {
        super(elements, line, size);
    }

    /** Returns the stream of a source. */
    public static PlainLongStream of(PrimitiveIterator.OfLong source, @Nullable LongSupplier size) {
        return new PlainLongStream(source, new Line(), size);
    }

    /** Returns the stream of an array. */
    public static PlainLongStream of(long[] elements) {
        return of(new LongSources.OfArray(elements, 0, elements.length), () -> elements.length);
    }

    /** Returns one stream after another. */
    public static PlainLongStream joined(LongStream first, LongStream second) {
        LongSupplier size =
                first instanceof PlainLongStream one && second instanceof PlainLongStream other
                        ? Sizes.joined(one.size(), other.size())
                        : null;
        return new PlainLongStream(
                new LongSlices.Joined(elements(first), elements(second)), Line.ofBoth(first, second), size);
    }

    private static PrimitiveIterator.OfLong elements(LongStream stream) {
        return stream instanceof PlainLongStream plain ? plain.use() : stream.iterator();
    }

    private LongStream sized(PrimitiveIterator.OfLong stage) {
        return new PlainLongStream(stage, line, size);
    }

    private LongStream unsized(PrimitiveIterator.OfLong stage) {
        return new PlainLongStream(stage, line, null);
    }

    private <U> Stream<U> objects(Iterator<U> stage) {
        return new PlainStream<>(stage, line, size);
    }

    @Override
    public LongStream filter(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new LongStages.Filtered(use(), predicate));
    }

    @Override
    public LongStream map(LongUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return sized(new LongStages.Mapped(use(), mapper));
    }

    @Override
    public <U> Stream<U> mapToObj(LongFunction<? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return objects(new ObjectStages.FromLongs<U>(use(), mapper));
    }

    @Override
    public DoubleStream mapToDouble(LongToDoubleFunction mapper) {
        Objects.requireNonNull(mapper);
        return new PlainDoubleStream(new DoubleStages.FromLongs(use(), mapper), line, size);
    }

    @Override
    public IntStream mapToInt(LongToIntFunction mapper) {
        Objects.requireNonNull(mapper);
        return new PlainIntStream(new IntStages.FromLongs(use(), mapper), line, size);
    }

    @Override
    public DoubleStream asDoubleStream() {
        return mapToDouble(number -> number);
    }

    @Override
    public Stream<Long> boxed() {
        return mapToObj(Long::valueOf);
    }

    @Override
    public LongStream flatMap(LongFunction<? extends LongStream> mapper) {
        Objects.requireNonNull(mapper);
        return unsized(new LongBuffers.FlatMapped(new ObjectStages.FromLongs<LongStream>(use(), mapper)));
    }

    @Override
    public LongStream mapMulti(LongMapMultiConsumer mapper) {
        Objects.requireNonNull(mapper);
        return unsized(new LongBuffers.MultiMapped<Long>(use(), (element, into) -> mapper.accept(element, into)));
    }

    @Override
    public LongStream distinct() {
        return unsized(new LongStages.Filtered(use(), new Seen()::isNewLong));
    }

    @Override
    public LongStream sorted() {
        return sized(new LongBuffers.Sorted(use()));
    }

    @Override
    public LongStream peek(LongConsumer action) {
        Objects.requireNonNull(action);
        return sized(new LongStages.Peeked(use(), action));
    }

    @Override
    public LongStream limit(long maxSize) {
        Sizes.check(maxSize);
        return new PlainLongStream(new LongSlices.Limited(use(), maxSize), line, Sizes.limited(size, maxSize));
    }

    @Override
    public LongStream skip(long n) {
        Sizes.check(n);
        return n == 0 ? this : new PlainLongStream(new LongSlices.Skipped(use(), n), line, Sizes.skipped(size, n));
    }

    @Override
    public LongStream takeWhile(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new LongSlices.TakenWhile(use(), predicate));
    }

    @Override
    public LongStream dropWhile(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new LongSlices.DroppedWhile(use(), predicate));
    }

    @Override
    public LongStream sequential() {
        line.setParallel(false);
        return this;
    }

    @Override
    public LongStream parallel() {
        line.setParallel(true);
        return this;
    }

    @Override
    public LongStream unordered() {
        return sized(use());
    }

    @Override
    public LongStream onClose(Runnable closeHandler) {
        Objects.requireNonNull(closeHandler);
        if (isUsed) {
            throw Line.used();
        }
        line.onClose(closeHandler);
        return this;
    }
}
