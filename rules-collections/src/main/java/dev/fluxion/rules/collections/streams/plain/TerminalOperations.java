package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.collectors.PlainCollector;
import dev.fluxion.rules.collections.streams.objects.ObjectBuffers;
import dev.fluxion.rules.collections.streams.objects.ObjectResults;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Stream;

/** What ends a stream of objects: operations that ask for its elements. */
public abstract class TerminalOperations<T> implements Stream<T> {

    final Iterator<T> elements;
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
    TerminalOperations(Iterator<T> elements, Line line, @Nullable LongSupplier size) {
        this.elements = elements;
        this.line = line;
        this.size = size;
    }

    /** Returns the elements, which only one stage or operation may use. */
    public final Iterator<T> use() {
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
    public void forEach(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        ObjectResults.forEach(use(), action);
    }

    @Override
    public void forEachOrdered(Consumer<? super T> action) {
        forEach(action);
    }

    @Override
    public Iterator<T> iterator() {
        return new ObjectBuffers.Ready<>(use());
    }

    @Override
    public Spliterator<T> spliterator() {
        return new ObjectResults.Splitting<>(use());
    }

    @Override
    public T reduce(T identity, BinaryOperator<T> accumulator) {
        Objects.requireNonNull(accumulator);
        line.requireSequential("reduce");
        return ObjectResults.reduce(use(), identity, accumulator);
    }

    @Override
    public Optional<T> reduce(BinaryOperator<T> accumulator) {
        Objects.requireNonNull(accumulator);
        line.requireSequential("reduce");
        return ObjectResults.reduce(use(), accumulator);
    }

    @Override
    public <U> U reduce(U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
        Objects.requireNonNull(accumulator);
        Objects.requireNonNull(combiner);
        line.requireSequential("reduce");
        return ObjectResults.reduce(use(), identity, accumulator);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(accumulator);
        Objects.requireNonNull(combiner);
        line.requireSequential("collect");
        return ObjectResults.collect(use(), supplier.get(), accumulator);
    }

    @Override
    @SuppressWarnings("unchecked") // what the collector says itself
    public <R, A> R collect(Collector<? super T, A, R> collector) {
        if (collector instanceof PlainCollector<? super T, A, R> plain) {
            if (!plain.isDivisible()) {
                line.requireSequential("collect");
            }
            return plain.finisher().apply(ObjectResults.collect(use(), plain.supplier().get(), plain.accumulator()));
        }
        line.requireSequential("collect");
        A all = ObjectResults.collect(use(), collector.supplier().get(), collector.accumulator());
        return collector.characteristics().contains(Collector.Characteristics.IDENTITY_FINISH)
                ? (R) all
                : collector.finisher().apply(all);
    }

    @Override
    public List<T> toList() {
        List<T> all = new ArrayList<>();
        Iterator<T> rest = use();
        while (rest.hasNext()) {
            all.add(rest.next());
        }
        return Originals.unmodifiable(all);
    }

    @Override
    @SuppressWarnings("NullAway") // an element may be null
    public Object[] toArray() {
        return new ObjectBuffers.Block<T>().with(use()).toArray();
    }

    @Override
    @SuppressWarnings("SuspiciousSystemArraycopy") // it fails where the elements do not fit
    public <A> A[] toArray(IntFunction<A[]> generator) {
        Object[] all = toArray();
        A[] array = generator.apply(all.length);
        System.arraycopy(all, 0, array, 0, all.length);
        return array;
    }

    @Override
    public Optional<T> min(Comparator<? super T> comparator) {
        return ObjectResults.reduce(use(), BinaryOperator.minBy(comparator));
    }

    @Override
    public Optional<T> max(Comparator<? super T> comparator) {
        return ObjectResults.reduce(use(), BinaryOperator.maxBy(comparator));
    }

    @Override
    public long count() {
        Iterator<T> all = use();
        long known = size == null ? -1 : size.getAsLong();
        return known < 0 ? ObjectResults.count(all) : known;
    }

    @Override
    public boolean anyMatch(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return ObjectResults.isAny(use(), predicate, true);
    }

    @Override
    public boolean allMatch(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return !ObjectResults.isAny(use(), predicate, false);
    }

    @Override
    public boolean noneMatch(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return !ObjectResults.isAny(use(), predicate, true);
    }

    @Override
    public Optional<T> findFirst() {
        Iterator<T> rest = use();
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    @Override
    public Optional<T> findAny() {
        return findFirst();
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
