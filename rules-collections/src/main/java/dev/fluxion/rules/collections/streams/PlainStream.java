package dev.fluxion.rules.collections.streams;

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
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A stream that asks its elements one by one. It runs in one thread, also where it was told that it may be parallel.
 * What is not written here is done by a stream of the JDK, which a derivative cannot be followed through.
 */
final class PlainStream<T> implements Stream<T> {

    private final Iterable<T> elements;
    private final List<Runnable> closing;
    private boolean isLinked;

    private PlainStream(Iterable<T> elements, List<Runnable> closing) {
        this.elements = elements;
        this.closing = closing;
    }

    /** Returns the stream of what an object iterates over. */
    static <T> PlainStream<T> of(Iterable<T> elements) {
        Objects.requireNonNull(elements);
        return new PlainStream<>(elements, new ArrayList<>());
    }

    /** Returns one stream after another. */
    static <T> PlainStream<T> joined(PlainStream<? extends T> first, PlainStream<? extends T> second) {
        List<Runnable> closing = new ArrayList<>();
        closing.add(first::close);
        closing.add(second::close);
        return new PlainStream<>(new Elements.Joined<>(first.linked(), second.linked()), closing);
    }

    private Iterable<T> linked() {
        if (isLinked) {
            throw new IllegalStateException("stream has already been operated upon or closed");
        }
        isLinked = true;
        return elements;
    }

    private <R> Stream<R> next(Iterable<R> stage) {
        return new PlainStream<>(stage, closing);
    }

    @Override
    public Stream<T> filter(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return next(new Elements.Filtered<>(linked(), predicate));
    }

    @Override
    public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
        Objects.requireNonNull(mapper);
        return next(new Elements.Mapped<>(linked(), mapper));
    }

    @Override
    public Stream<T> peek(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        return next(new Elements.Peeked<>(linked(), action));
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        for (T element : linked()) {
            action.accept(element);
        }
    }

    @Override
    public void forEachOrdered(Consumer<? super T> action) {
        forEach(action);
    }

    @Override
    public Iterator<T> iterator() {
        return linked().iterator();
    }

    @Override
    public T reduce(T identity, BinaryOperator<T> accumulator) {
        Objects.requireNonNull(accumulator);
        T result = identity;
        for (T element : linked()) {
            result = accumulator.apply(result, element);
        }
        return result;
    }

    @Override
    public Optional<T> reduce(BinaryOperator<T> accumulator) {
        Objects.requireNonNull(accumulator);
        Iterator<T> rest = linked().iterator();
        if (!rest.hasNext()) {
            return Optional.empty();
        }
        T result = rest.next();
        while (rest.hasNext()) {
            result = accumulator.apply(result, rest.next());
        }
        return Optional.of(result);
    }

    @Override
    public <U> U reduce(U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
        Objects.requireNonNull(accumulator);
        Objects.requireNonNull(combiner);
        U result = identity;
        for (T element : linked()) {
            result = accumulator.apply(result, element);
        }
        return result;
    }

    @Override
    public <R> R collect(Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(accumulator);
        Objects.requireNonNull(combiner);
        R result = supplier.get();
        for (T element : linked()) {
            accumulator.accept(result, element);
        }
        return result;
    }

    @Override
    public List<T> toList() {
        List<T> all = new ArrayList<>();
        for (T element : linked()) {
            all.add(element);
        }
        return StreamRules.Opaque.unmodifiable(all);
    }

    @Override
    public Optional<T> findFirst() {
        Iterator<T> rest = linked().iterator();
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    @Override
    public Optional<T> findAny() {
        return findFirst();
    }

    @Override
    public boolean isParallel() {
        return false;
    }

    @Override
    public Stream<T> sequential() {
        return this;
    }

    @Override
    public Stream<T> parallel() {
        return this;
    }

    @Override
    public Stream<T> unordered() {
        return this;
    }

    @Override
    public Stream<T> onClose(Runnable closeHandler) {
        Objects.requireNonNull(closeHandler);
        closing.add(closeHandler);
        return this;
    }

    @Override
    public void close() {
        isLinked = true;
        Stream<T> handlers = Stream.empty();
        for (Runnable each : closing) {
            handlers = handlers.onClose(each);
        }
        closing.clear();
        handlers.close();
    }

    /** Returns the same as a stream of the JDK. */
    private Stream<T> ofJdk() {
        return StreamRules.Opaque.stream(linked(), this::close);
    }

    @Override
    public Spliterator<T> spliterator() {
        return ofJdk().spliterator();
    }

    @Override
    public IntStream mapToInt(ToIntFunction<? super T> mapper) {
        return ofJdk().mapToInt(mapper);
    }

    @Override
    public LongStream mapToLong(ToLongFunction<? super T> mapper) {
        return ofJdk().mapToLong(mapper);
    }

    @Override
    public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
        return ofJdk().mapToDouble(mapper);
    }

    @Override
    public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
        return ofJdk().flatMap(mapper);
    }

    @Override
    public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
        return ofJdk().flatMapToInt(mapper);
    }

    @Override
    public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
        return ofJdk().flatMapToLong(mapper);
    }

    @Override
    public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
        return ofJdk().flatMapToDouble(mapper);
    }

    @Override
    public Stream<T> distinct() {
        return ofJdk().distinct();
    }

    @Override
    public Stream<T> sorted() {
        return ofJdk().sorted();
    }

    @Override
    public Stream<T> sorted(Comparator<? super T> comparator) {
        return ofJdk().sorted(comparator);
    }

    @Override
    public Stream<T> limit(long maxSize) {
        return ofJdk().limit(maxSize);
    }

    @Override
    public Stream<T> skip(long n) {
        return ofJdk().skip(n);
    }

    @Override
    public Object[] toArray() {
        return ofJdk().toArray();
    }

    @Override
    public <A> A[] toArray(IntFunction<A[]> generator) {
        return ofJdk().toArray(generator);
    }

    @Override
    public <R, A> R collect(Collector<? super T, A, R> collector) {
        return ofJdk().collect(collector);
    }

    @Override
    public Optional<T> min(Comparator<? super T> comparator) {
        return ofJdk().min(comparator);
    }

    @Override
    public Optional<T> max(Comparator<? super T> comparator) {
        return ofJdk().max(comparator);
    }

    @Override
    public long count() {
        return ofJdk().count();
    }

    @Override
    public boolean anyMatch(Predicate<? super T> predicate) {
        return ofJdk().anyMatch(predicate);
    }

    @Override
    public boolean allMatch(Predicate<? super T> predicate) {
        return ofJdk().allMatch(predicate);
    }

    @Override
    public boolean noneMatch(Predicate<? super T> predicate) {
        return ofJdk().noneMatch(predicate);
    }
}
