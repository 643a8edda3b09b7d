package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.streams.doubles.DoubleBuffers;
import dev.fluxion.rules.collections.streams.doubles.DoubleSlices;
import dev.fluxion.rules.collections.streams.doubles.DoubleSources;
import dev.fluxion.rules.collections.streams.doubles.DoubleStages;
import dev.fluxion.rules.collections.streams.ints.IntStages;
import dev.fluxion.rules.collections.streams.longs.LongStages;
import dev.fluxion.rules.collections.streams.objects.ObjectStages;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A stream of double that asks its elements one by one, in one thread. Every stage is an iterator over the one before,
 * so that a derivative can be followed through them.
 */
public final class PlainDoubleStream extends DoubleTerminalOperations {

    /**
     * Makes a stage.
     *
     * @param elements what it gives
     * @param line what it shares with the other stages
     * @param size says how many it gives, or less than 0; null if only going through them tells
     */
    public PlainDoubleStream(PrimitiveIterator.OfDouble elements, Line line, @Nullable LongSupplier size) {
        super(elements, line, size);
    }

    /** Returns the stream of a source. */
    public static PlainDoubleStream of(PrimitiveIterator.OfDouble source, @Nullable LongSupplier size) {
        return new PlainDoubleStream(source, new Line(), size);
    }

    /** Returns the stream of an array. */
    public static PlainDoubleStream of(double[] elements) {
        return of(new DoubleSources.OfArray(elements, 0, elements.length), () -> elements.length);
    }

    /** Returns one stream after another. */
    public static PlainDoubleStream joined(DoubleStream first, DoubleStream second) {
        LongSupplier size =
                first instanceof PlainDoubleStream one && second instanceof PlainDoubleStream other
                        ? Sizes.joined(one.size(), other.size())
                        : null;
        return new PlainDoubleStream(
                new DoubleSlices.Joined(elements(first), elements(second)), Line.ofBoth(first, second), size);
    }

    private static PrimitiveIterator.OfDouble elements(DoubleStream stream) {
        return stream instanceof PlainDoubleStream plain ? plain.use() : stream.iterator();
    }

    private DoubleStream sized(PrimitiveIterator.OfDouble stage) {
        return new PlainDoubleStream(stage, line, size);
    }

    private DoubleStream unsized(PrimitiveIterator.OfDouble stage) {
        return new PlainDoubleStream(stage, line, null);
    }

    private <U> Stream<U> objects(Iterator<U> stage) {
        return new PlainStream<>(stage, line, size);
    }

    @Override
    public DoubleStream filter(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new DoubleStages.Filtered(use(), predicate));
    }

    @Override
    public DoubleStream map(DoubleUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return sized(new DoubleStages.Mapped(use(), mapper));
    }

    @Override
    public <U> Stream<U> mapToObj(DoubleFunction<? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return objects(new ObjectStages.FromDoubles<U>(use(), mapper));
    }

    @Override
    public IntStream mapToInt(DoubleToIntFunction mapper) {
        Objects.requireNonNull(mapper);
        return new PlainIntStream(new IntStages.FromDoubles(use(), mapper), line, size);
    }

    @Override
    public LongStream mapToLong(DoubleToLongFunction mapper) {
        Objects.requireNonNull(mapper);
        return new PlainLongStream(new LongStages.FromDoubles(use(), mapper), line, size);
    }

    @Override
    public Stream<Double> boxed() {
        return mapToObj(Double::valueOf);
    }

    @Override
    public DoubleStream flatMap(DoubleFunction<? extends DoubleStream> mapper) {
        Objects.requireNonNull(mapper);
        return unsized(new DoubleBuffers.FlatMapped(new ObjectStages.FromDoubles<DoubleStream>(use(), mapper)));
    }

    @Override
    public DoubleStream mapMulti(DoubleMapMultiConsumer mapper) {
        Objects.requireNonNull(mapper);
        return unsized(new DoubleBuffers.MultiMapped<Double>(use(), (element, into) -> mapper.accept(element, into)));
    }

    @Override
    public DoubleStream distinct() {
        return unsized(new DoubleStages.Filtered(use(), new Seen()::isNewDouble));
    }

    @Override
    public DoubleStream sorted() {
        return sized(new DoubleBuffers.Sorted(use()));
    }

    @Override
    public DoubleStream peek(DoubleConsumer action) {
        Objects.requireNonNull(action);
        return sized(new DoubleStages.Peeked(use(), action));
    }

    @Override
    public DoubleStream limit(long maxSize) {
        Sizes.check(maxSize);
        return new PlainDoubleStream(new DoubleSlices.Limited(use(), maxSize), line, Sizes.limited(size, maxSize));
    }

    @Override
    public DoubleStream skip(long n) {
        Sizes.check(n);
        return n == 0 ? this : new PlainDoubleStream(new DoubleSlices.Skipped(use(), n), line, Sizes.skipped(size, n));
    }

    @Override
    public DoubleStream takeWhile(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new DoubleSlices.TakenWhile(use(), predicate));
    }

    @Override
    public DoubleStream dropWhile(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new DoubleSlices.DroppedWhile(use(), predicate));
    }

    @Override
    public DoubleStream sequential() {
        line.setParallel(false);
        return this;
    }

    @Override
    public DoubleStream parallel() {
        line.setParallel(true);
        return this;
    }

    @Override
    public DoubleStream unordered() {
        return sized(use());
    }

    @Override
    public DoubleStream onClose(Runnable closeHandler) {
        Objects.requireNonNull(closeHandler);
        if (isUsed) {
            throw Line.used();
        }
        line.onClose(closeHandler);
        return this;
    }
}
