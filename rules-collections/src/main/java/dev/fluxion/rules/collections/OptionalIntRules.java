package dev.fluxion.rules.collections;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** An optional whole number, which carries no derivative; what is done with it may. */
@Rules(of = OptionalInt.class)
@NonDifferentiable(of = {"empty", "of", "isPresent", "isEmpty", "getAsInt"})
@SuppressWarnings({"unused", "OptionalUsedAsFieldOrParameterType"})
public final class OptionalIntRules {

    private OptionalIntRules() {}

    @Replacement(of = "orElse")
    static int orElse(OptionalInt optional, int other) {
        return optional.isPresent() ? optional.getAsInt() : other;
    }

    @Replacement(of = "orElseGet")
    static int orElseGet(OptionalInt optional, IntSupplier supplier) {
        return optional.isPresent() ? optional.getAsInt() : supplier.getAsInt();
    }

    @Replacement(of = "orElseThrow")
    static int orElseThrow(OptionalInt optional) {
        return optional.getAsInt();
    }

    @Replacement(of = "orElseThrow")
    static <X extends Throwable> int orElseThrow(OptionalInt optional, Supplier<? extends X> failure) throws X {
        if (optional.isPresent()) {
            return optional.getAsInt();
        }
        throw failure.get();
    }

    @Replacement(of = "ifPresent")
    static void ifPresent(OptionalInt optional, IntConsumer action) {
        if (optional.isPresent()) {
            action.accept(optional.getAsInt());
        }
    }

    @Replacement(of = "ifPresentOrElse")
    static void ifPresentOrElse(OptionalInt optional, IntConsumer action, Runnable otherwise) {
        if (optional.isPresent()) {
            action.accept(optional.getAsInt());
        } else {
            otherwise.run();
        }
    }

    @Replacement(of = "stream")
    static IntStream stream(OptionalInt optional) {
        return optional.isPresent() ? IntStream.of(optional.getAsInt()) : IntStream.empty();
    }
}
