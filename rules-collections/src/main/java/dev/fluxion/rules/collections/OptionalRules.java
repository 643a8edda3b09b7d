package dev.fluxion.rules.collections;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An optional keeps one reference; what takes a function runs it. */
@Rules(of = Optional.class)
@MovesReferences(of = {"empty", "of", "ofNullable", "get", "orElse", "orElseThrow", "isPresent", "isEmpty"})
@SuppressWarnings({"unused", "OptionalUsedAsFieldOrParameterType"})
public final class OptionalRules {

    private OptionalRules() {}

    @Replacement(of = "map")
    static <T, U> Optional<U> map(Optional<T> optional, Function<? super T, ? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return optional.isPresent() ? Optional.ofNullable(mapper.apply(optional.get())) : Optional.empty();
    }

    @Replacement(of = "filter")
    static <T> Optional<T> filter(Optional<T> optional, Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return optional.isEmpty() || predicate.test(optional.get()) ? optional : Optional.empty();
    }

    @Replacement(of = "ifPresent")
    static <T> void ifPresent(Optional<T> optional, Consumer<? super T> action) {
        if (optional.isPresent()) {
            action.accept(optional.get());
        }
    }

    @Replacement(of = "ifPresentOrElse")
    static <T> void ifPresentOrElse(Optional<T> optional, Consumer<? super T> action, Runnable otherwise) {
        if (optional.isPresent()) {
            action.accept(optional.get());
        } else {
            otherwise.run();
        }
    }

    @Replacement(of = "orElseGet")
    static <T> @Nullable Object orElseGet(Optional<T> optional, Supplier<? extends T> supplier) {
        return optional.isPresent() ? optional.get() : supplier.get();
    }

    @Replacement(of = "flatMap")
    @SuppressWarnings("unchecked") // an optional only gives
    static <T, U> Optional<U> flatMap(
            Optional<T> optional, Function<? super T, ? extends Optional<? extends U>> mapper) {
        Objects.requireNonNull(mapper);
        return optional.isPresent()
                ? (Optional<U>) Objects.requireNonNull(mapper.apply(optional.get()))
                : Optional.empty();
    }

    @Replacement(of = "or")
    @SuppressWarnings("unchecked") // an optional only gives
    static <T> Optional<T> or(Optional<T> optional, Supplier<? extends Optional<? extends T>> supplier) {
        Objects.requireNonNull(supplier);
        return optional.isPresent() ? optional : (Optional<T>) Objects.requireNonNull(supplier.get());
    }

    @Replacement(of = "stream")
    static <T> Stream<T> stream(Optional<T> optional) {
        return optional.isPresent() ? Stream.of(optional.get()) : Stream.empty();
    }

    @Replacement(of = "orElseThrow")
    static <T, X extends Throwable> @Nullable Object orElseThrow(Optional<T> optional, Supplier<? extends X> failure)
            throws X {
        if (optional.isPresent()) {
            return optional.get();
        }
        throw failure.get();
    }
}
