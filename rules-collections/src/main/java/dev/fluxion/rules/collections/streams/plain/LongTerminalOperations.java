package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.streams.longs.LongBuffers;
import dev.fluxion.rules.collections.streams.longs.LongResults;

import org.jspecify.annotations.Nullable;

import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** What ends a stream of long: operations that ask for its elements. */
public abstract class LongTerminalOperations implements LongStream {

    final PrimitiveIterator.OfLong elements;
    final Line line;
    final @Nullable LongSupplier size;
    boolean isUsed;

    /**
     * Makes a stage.
     *
     * @param elements what it gives
     * @param line what it shares with the other stages
     * @param size says how many it gives, or less than 0; null if only going through them tells
     */
    LongTerminalOperations(PrimitiveIterator.OfLong elements, Line line, @Nullable LongSupplier size) {
        this.elements = elements;
        this.line = line;
        this.size = size;
    }

    /** Returns the elements, which only one stage or operation may use. */
    public final PrimitiveIterator.OfLong use() {
        if (isUsed) {
            throw Line.used();
        }
        isUsed = true;
        return elements;
    }

    /** Returns what is asked how many elements there are, or null. */
    public final @Nullable LongSupplier size() {
        return size;
    }

    @Override
    public void forEach(LongConsumer action) {
        Objects.requireNonNull(action);
        LongResults.forEach(use(), action);
    }

    @Override
    public void forEachOrdered(LongConsumer action) {
        forEach(action);
    }

    @Override
    public long[] toArray() {
        return new LongBuffers.Block().with(use()).toArray();
    }

    @Override
    public long reduce(long identity, LongBinaryOperator op) {
        Objects.requireNonNull(op);
        line.requireSequential("reduce");
        return LongResults.reduce(use(), identity, op);
    }

    @Override
    public OptionalLong reduce(LongBinaryOperator op) {
        Objects.requireNonNull(op);
        line.requireSequential("reduce");
        return LongResults.reduce(use(), op);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjLongConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        line.requireSequential("collect");
        return LongResults.collect(use(), supplier, accumulator);
    }

    @Override
    public long sum() {
        return LongResults.sum(use());
    }

    @Override
    public OptionalLong min() {
        return LongResults.reduce(use(), Math::min);
    }

    @Override
    public OptionalLong max() {
        return LongResults.reduce(use(), Math::max);
    }

    @Override
    public long count() {
        PrimitiveIterator.OfLong all = use();
        long known = size == null ? -1 : size.getAsLong();
        return known < 0 ? LongResults.count(all) : known;
    }

    @Override
    public OptionalDouble average() {
        return LongResults.average(use());
    }

    @Override
    public LongSummaryStatistics summaryStatistics() {
        return LongResults.statistics(use());
    }

    @Override
    public boolean anyMatch(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        return LongResults.isAny(use(), predicate, true);
    }

    @Override
    public boolean allMatch(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        return !LongResults.isAny(use(), predicate, false);
    }

    @Override
    public boolean noneMatch(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        return !LongResults.isAny(use(), predicate, true);
    }

    @Override
    public OptionalLong findFirst() {
        PrimitiveIterator.OfLong all = use();
        return all.hasNext() ? OptionalLong.of(all.nextLong()) : OptionalLong.empty();
    }

    @Override
    public OptionalLong findAny() {
        return findFirst();
    }

    @Override
    public PrimitiveIterator.OfLong iterator() {
        return new LongBuffers.Ready(use());
    }

    @Override
    public Spliterator.OfLong spliterator() {
        return new LongResults.Splitting(use());
    }

    @Override
    public boolean isParallel() {
        return line.isParallel();
    }

    @Override
    public void close() {
        isUsed = true;
        line.close();
    }
}
