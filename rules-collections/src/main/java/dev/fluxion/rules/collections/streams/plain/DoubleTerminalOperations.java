package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.streams.doubles.DoubleBuffers;
import dev.fluxion.rules.collections.streams.doubles.DoubleResults;

import org.jspecify.annotations.Nullable;

import java.util.DoubleSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.function.LongSupplier;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** What ends a stream of double: operations that ask for its elements. */
public abstract class DoubleTerminalOperations implements DoubleStream {

    final PrimitiveIterator.OfDouble elements;
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
    DoubleTerminalOperations(PrimitiveIterator.OfDouble elements, Line line, @Nullable LongSupplier size) {
        this.elements = elements;
        this.line = line;
        this.size = size;
    }

    /** Returns the elements, which only one stage or operation may use. */
    public final PrimitiveIterator.OfDouble use() {
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
    public void forEach(DoubleConsumer action) {
        Objects.requireNonNull(action);
        DoubleResults.forEach(use(), action);
    }

    @Override
    public void forEachOrdered(DoubleConsumer action) {
        forEach(action);
    }

    @Override
    public double[] toArray() {
        return new DoubleBuffers.Block().with(use()).toArray();
    }

    @Override
    public double reduce(double identity, DoubleBinaryOperator op) {
        Objects.requireNonNull(op);
        line.requireSequential("reduce");
        return DoubleResults.reduce(use(), identity, op);
    }

    @Override
    public OptionalDouble reduce(DoubleBinaryOperator op) {
        Objects.requireNonNull(op);
        line.requireSequential("reduce");
        return DoubleResults.reduce(use(), op);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjDoubleConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        line.requireSequential("collect");
        return DoubleResults.collect(use(), supplier, accumulator);
    }

    @Override
    public double sum() {
        line.requireSequential("sum");
        return DoubleResults.sum(use());
    }

    @Override
    public OptionalDouble min() {
        return DoubleResults.reduce(use(), Math::min);
    }

    @Override
    public OptionalDouble max() {
        return DoubleResults.reduce(use(), Math::max);
    }

    @Override
    public long count() {
        PrimitiveIterator.OfDouble all = use();
        long known = size == null ? -1 : size.getAsLong();
        return known < 0 ? DoubleResults.count(all) : known;
    }

    @Override
    public OptionalDouble average() {
        line.requireSequential("average");
        return DoubleResults.average(use());
    }

    @Override
    public DoubleSummaryStatistics summaryStatistics() {
        line.requireSequential("summaryStatistics");
        return DoubleResults.statistics(use());
    }

    @Override
    public boolean anyMatch(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return DoubleResults.isAny(use(), predicate, true);
    }

    @Override
    public boolean allMatch(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return !DoubleResults.isAny(use(), predicate, false);
    }

    @Override
    public boolean noneMatch(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return !DoubleResults.isAny(use(), predicate, true);
    }

    @Override
    public OptionalDouble findFirst() {
        PrimitiveIterator.OfDouble all = use();
        return all.hasNext() ? OptionalDouble.of(all.nextDouble()) : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble findAny() {
        return findFirst();
    }

    @Override
    public PrimitiveIterator.OfDouble iterator() {
        return new DoubleBuffers.Ready(use());
    }

    @Override
    public Spliterator.OfDouble spliterator() {
        return new DoubleResults.Splitting(use());
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
