package dev.fluxion.rules.collections.gatherers;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Downstream;
import java.util.stream.Gatherers;

/** The gatherers of the JDK that run in one thread. */
@Rules(of = Gatherers.class)
@SuppressWarnings("unused")
public final class GatherersRules {

    private GatherersRules() {}

    /** Makes a gatherer that goes on until the end. */
    private static <T, A, R> Gatherer<T, A, R> greedy(
            Supplier<A> initializer,
            Gatherer.Integrator.Greedy<A, T, R> integrator,
            BiConsumer<A, Downstream<? super R>> finisher) {
        return new PlainGatherer<>(initializer, integrator, Gatherer.defaultCombiner(), finisher);
    }

    /** What is carried from one element to the next. */
    private static final class State<R> {
        private R value;

        State(R value) {
            this.value = value;
        }
    }

    @Replacement(of = "fold")
    static <T, R> Gatherer<T, ?, R> fold(Supplier<R> initial, BiFunction<? super R, ? super T, ? extends R> folder) {
        Objects.requireNonNull(initial, "'initial' must not be null");
        Objects.requireNonNull(folder, "'folder' must not be null");
        return GatherersRules.<T, State<R>, R>greedy(
                () -> new State<>(initial.get()),
                (state, element, downstream) -> {
                    state.value = folder.apply(state.value, element);
                    return true;
                },
                (state, downstream) -> downstream.push(state.value));
    }

    @Replacement(of = "scan")
    static <T, R> Gatherer<T, ?, R> scan(Supplier<R> initial, BiFunction<? super R, ? super T, ? extends R> scanner) {
        Objects.requireNonNull(initial, "'initial' must not be null");
        Objects.requireNonNull(scanner, "'scanner' must not be null");
        return GatherersRules.<T, State<R>, R>greedy(
                () -> new State<>(initial.get()),
                (state, element, downstream) -> {
                    state.value = scanner.apply(state.value, element);
                    return downstream.push(state.value);
                },
                (state, downstream) -> {});
    }

    /** The last elements. */
    private static final class Window<T> {
        private final @Nullable Object[] elements;
        private int size;
        private boolean isFirst = true;

        Window(int length) {
            elements = new @Nullable Object[length];
        }

        /** Takes an element; returns whether the window is full. */
        private boolean isFullWith(T element) {
            elements[size++] = element;
            return size == elements.length;
        }

        @SuppressWarnings({"unchecked", "NullAway"}) // what was put in comes out
        private List<T> copy() {
            return (List<T>)
                    Collections.unmodifiableList(new ArrayList<>(Arrays.asList(Arrays.copyOf(elements, size))));
        }

        /** Forgets the first elements. */
        private void drop(int count) {
            isFirst = false;
            size -= count;
            for (int i = 0; i < size; i++) {
                elements[i] = elements[i + count];
            }
        }
    }

    private static void check(int windowSize) {
        if (windowSize < 1) {
            throw new IllegalArgumentException("'windowSize' must be greater than zero");
        }
    }

    @Replacement(of = "windowFixed")
    static <T> Gatherer<T, ?, List<T>> windowFixed(int windowSize) {
        check(windowSize);
        return windows(windowSize, windowSize);
    }

    @Replacement(of = "windowSliding")
    static <T> Gatherer<T, ?, List<T>> windowSliding(int windowSize) {
        check(windowSize);
        return windows(windowSize, 1);
    }

    private static <T> Gatherer<T, ?, List<T>> windows(int length, int step) {
        boolean isSliding = step < length;
        return GatherersRules.<T, Window<T>, List<T>>greedy(
                () -> new Window<>(length),
                (window, element, downstream) -> {
                    if (!window.isFullWith(element)) {
                        return true;
                    }
                    List<T> full = window.copy();
                    window.drop(step);
                    return downstream.push(full);
                },
                (window, downstream) -> {
                    if (window.size > 0 && (window.isFirst || !isSliding)) {
                        downstream.push(window.copy());
                    }
                });
    }
}
