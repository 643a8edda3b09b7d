package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.streams.ints.IntBuffers;
import dev.fluxion.rules.collections.streams.ints.IntResults;

import org.jspecify.annotations.Nullable;

import java.util.IntSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What ends a stream of int: operations that ask for its elements. */
public abstract class IntTerminalOperations implements IntStream {

    final PrimitiveIterator.OfInt elements;
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
    IntTerminalOperations(PrimitiveIterator.OfInt elements, Line line, @Nullable LongSupplier size) {
        this.elements = elements;
        this.line = line;
        this.size = size;
    }

    /** Returns the elements, which only one stage or operation may use. */
    public final PrimitiveIterator.OfInt use() {
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
    public void forEach(IntConsumer action) {
        Objects.requireNonNull(action);
        IntResults.forEach(use(), action);
    }

    @Override
    public void forEachOrdered(IntConsumer action) {
        forEach(action);
    }

    @Override
    public int[] toArray() {
        return new IntBuffers.Block().with(use()).toArray();
    }

    @Override
    public int reduce(int identity, IntBinaryOperator op) {
        Objects.requireNonNull(op);
        line.requireSequential("reduce");
        return IntResults.reduce(use(), identity, op);
    }

    @Override
    public OptionalInt reduce(IntBinaryOperator op) {
        Objects.requireNonNull(op);
        line.requireSequential("reduce");
        return IntResults.reduce(use(), op);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        line.requireSequential("collect");
        return IntResults.collect(use(), supplier, accumulator);
    }

    @Override
    public int sum() {
        return IntResults.sum(use());
    }

    @Override
    public OptionalInt min() {
        return IntResults.reduce(use(), Math::min);
    }

    @Override
    public OptionalInt max() {
        return IntResults.reduce(use(), Math::max);
    }

    @Override
    public long count() {
        PrimitiveIterator.OfInt all = use();
        long known = size == null ? -1 : size.getAsLong();
        return known < 0 ? IntResults.count(all) : known;
    }

    @Override
    public OptionalDouble average() {
        return IntResults.average(use());
    }

    @Override
    public IntSummaryStatistics summaryStatistics() {
        return IntResults.statistics(use());
    }

    @Override
    public boolean anyMatch(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return IntResults.isAny(use(), predicate, true);
    }

    @Override
    public boolean allMatch(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return !IntResults.isAny(use(), predicate, false);
    }

    @Override
    public boolean noneMatch(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return !IntResults.isAny(use(), predicate, true);
    }

    @Override
    public OptionalInt findFirst() {
        PrimitiveIterator.OfInt all = use();
        return all.hasNext() ? OptionalInt.of(all.nextInt()) : OptionalInt.empty();
    }

    @Override
    public OptionalInt findAny() {
        return findFirst();
    }

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return new IntBuffers.Ready(use());
    }

    @Override
    public Spliterator.OfInt spliterator() {
        return new IntResults.Splitting(use());
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
