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
}
