package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.streams.doubles.DoubleBuffers;
import dev.fluxion.rules.collections.streams.doubles.DoubleStages;
import dev.fluxion.rules.collections.streams.ints.IntBuffers;
import dev.fluxion.rules.collections.streams.ints.IntStages;
import dev.fluxion.rules.collections.streams.longs.LongBuffers;
import dev.fluxion.rules.collections.streams.longs.LongStages;
import dev.fluxion.rules.collections.streams.objects.Gathered;
import dev.fluxion.rules.collections.streams.objects.ObjectBuffers;
import dev.fluxion.rules.collections.streams.objects.ObjectSlices;
import dev.fluxion.rules.collections.streams.objects.ObjectSources;
import dev.fluxion.rules.collections.streams.objects.ObjectStages;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Gatherer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A stream of objects that asks its elements one by one, in one thread. Every stage is an iterator over the one before,
 * so that a derivative can be followed through them.
 */
public final class PlainStream<T> extends TerminalOperations<T> {

    /**
     * Makes a stage.
     *
     * @param elements what it gives
     * @param line what it shares with the other stages
     * @param size says how many it gives, or less than 0; null if only going through them tells
     */
    public PlainStream(Iterator<T> elements, Line line, @Nullable LongSupplier size) {
        super(elements, line, size);
    }

    /** Returns the stream of a source. */
    public static <T> PlainStream<T> of(Iterator<T> source, @Nullable LongSupplier size) {
        return new PlainStream<>(source, new Line(), size);
    }

    /**
     * Returns the stream of a collection.
     *
     * @param collection what its iterator gives, asked for late
     * @param own the stream that the collection's class makes itself; null if it makes none
     */
    public static <T> PlainStream<T> of(Collection<T> collection, @Nullable Stream<T> own) {
        Line line = new Line();
        Iterator<T> elements = null;
        if (own != null) {
            line.follow(own);
            elements = elements(own);
        }
        return new PlainStream<>(
                new ObjectSources.OfIterable<>(collection, elements),
                line,
                () -> own == null ? Sizes.of(collection) : Sizes.of(own));
    }

    /** Returns the stream of an array. */
    public static <T> PlainStream<T> of(T[] elements) {
        return of(new ObjectSources.OfArray<>(elements, 0, elements.length), () -> elements.length);
    }

    /** Returns one stream after another. */
    public static <T> PlainStream<T> joined(Stream<? extends T> first, Stream<? extends T> second) {
        LongSupplier size =
                first instanceof PlainStream<?> one && second instanceof PlainStream<?> other
                        ? Sizes.joined(one.size(), other.size())
                        : null;
        return new PlainStream<>(
                new ObjectSlices.Joined<T>(elements(first), elements(second)), Line.ofBoth(first, second), size);
    }

    private static <T> Iterator<T> elements(Stream<T> stream) {
        return stream instanceof PlainStream<T> plain ? plain.use() : stream.iterator();
    }

    private <R> Stream<R> sized(Iterator<R> stage) {
        return new PlainStream<>(stage, line, size);
    }

    private <R> Stream<R> unsized(Iterator<R> stage) {
        return new PlainStream<>(stage, line, null);
    }

    @Override
    public Stream<T> filter(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new ObjectStages.Filtered<>(use(), predicate));
    }

    @Override
    public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
        Objects.requireNonNull(mapper);
        return sized(new ObjectStages.Mapped<T, R>(use(), mapper));
    }

    @Override
    public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
        Objects.requireNonNull(mapper);
        return unsized(new ObjectBuffers.FlatMapped<R>(new ObjectStages.Mapped<T, Stream<? extends R>>(use(), mapper)));
    }

    @Override
    public <R> Stream<R> mapMulti(BiConsumer<? super T, ? super Consumer<R>> mapper) {
        Objects.requireNonNull(mapper);
        return unsized(new ObjectBuffers.MultiMapped<T, R>(use(), mapper));
    }

    @Override
    public IntStream mapToInt(ToIntFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new PlainIntStream(new IntStages.FromObjects<>(use(), mapper), line, size);
    }

    @Override
    public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
        Objects.requireNonNull(mapper);
        Iterator<IntStream> streams = new ObjectStages.Mapped<T, IntStream>(use(), mapper);
        return new PlainIntStream(new IntBuffers.FlatMapped(streams), line, null);
    }

    @Override
    public IntStream mapMultiToInt(BiConsumer<? super T, ? super IntConsumer> mapper) {
        Objects.requireNonNull(mapper);
        return new PlainIntStream(new IntBuffers.MultiMapped<>(use(), mapper), line, null);
    }

    @Override
    public LongStream mapToLong(ToLongFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new PlainLongStream(new LongStages.FromObjects<>(use(), mapper), line, size);
    }

    @Override
    public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
        Objects.requireNonNull(mapper);
        Iterator<LongStream> streams = new ObjectStages.Mapped<T, LongStream>(use(), mapper);
        return new PlainLongStream(new LongBuffers.FlatMapped(streams), line, null);
    }

    @Override
    public LongStream mapMultiToLong(BiConsumer<? super T, ? super LongConsumer> mapper) {
        Objects.requireNonNull(mapper);
        return new PlainLongStream(new LongBuffers.MultiMapped<>(use(), mapper), line, null);
    }

    @Override
    public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new PlainDoubleStream(new DoubleStages.FromObjects<>(use(), mapper), line, size);
    }

    @Override
    public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
        Objects.requireNonNull(mapper);
        Iterator<DoubleStream> streams = new ObjectStages.Mapped<T, DoubleStream>(use(), mapper);
        return new PlainDoubleStream(new DoubleBuffers.FlatMapped(streams), line, null);
    }

    @Override
    public DoubleStream mapMultiToDouble(BiConsumer<? super T, ? super DoubleConsumer> mapper) {
        Objects.requireNonNull(mapper);
        return new PlainDoubleStream(new DoubleBuffers.MultiMapped<>(use(), mapper), line, null);
    }

    @Override
    public <R> Stream<R> gather(Gatherer<? super T, ?, R> gatherer) {
        Objects.requireNonNull(gatherer);
        return unsized(Gathered.of(use(), gatherer));
    }

    @Override
    public Stream<T> distinct() {
        return unsized(new ObjectBuffers.Distinct<>(use()));
    }

    @Override
    @SuppressWarnings("unchecked") // elements that have no order fail when they are compared
    public Stream<T> sorted() {
        return sized(new ObjectBuffers.Sorted<>(use(), (Comparator<T>) Comparator.naturalOrder()));
    }

    @Override
    public Stream<T> sorted(Comparator<? super T> comparator) {
        Objects.requireNonNull(comparator);
        return sized(new ObjectBuffers.Sorted<>(use(), comparator));
    }

    @Override
    public Stream<T> peek(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        return sized(new ObjectStages.Peeked<>(use(), action));
    }

    @Override
    public Stream<T> limit(long maxSize) {
        Sizes.check(maxSize);
        return new PlainStream<>(new ObjectSlices.Limited<>(use(), maxSize), line, Sizes.limited(size, maxSize));
    }

    @Override
    public Stream<T> skip(long n) {
        Sizes.check(n);
        return n == 0 ? this : new PlainStream<>(new ObjectSlices.Skipped<>(use(), n), line, Sizes.skipped(size, n));
    }

    @Override
    public Stream<T> takeWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new ObjectSlices.TakenWhile<>(use(), predicate));
    }

    @Override
    public Stream<T> dropWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return unsized(new ObjectSlices.DroppedWhile<>(use(), predicate));
    }

    @Override
    public Stream<T> sequential() {
        line.setParallel(false);
        return this;
    }

    @Override
    public Stream<T> parallel() {
        line.setParallel(true);
        return this;
    }

    @Override
    public Stream<T> unordered() {
        return sized(use());
    }

    @Override
    public Stream<T> onClose(Runnable closeHandler) {
        Objects.requireNonNull(closeHandler);
        if (isUsed) {
            throw Line.used();
        }
        line.onClose(closeHandler);
        return this;
    }
}
