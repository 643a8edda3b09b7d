package dev.fluxion.rules.collections;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** An optional whole number, which carries no derivative; what is done with it may. */
@Rules(of = OptionalLong.class)
@NonDifferentiable(of = {"empty", "of", "isPresent", "isEmpty", "getAsLong"})
@SuppressWarnings({"unused", "OptionalUsedAsFieldOrParameterType"})
public final class OptionalLongRules {

    private OptionalLongRules() {}

    @Replacement(of = "orElse")
    static long orElse(OptionalLong optional, long other) {
        return optional.isPresent() ? optional.getAsLong() : other;
    }

    @Replacement(of = "orElseGet")
    static long orElseGet(OptionalLong optional, LongSupplier supplier) {
        return optional.isPresent() ? optional.getAsLong() : supplier.getAsLong();
    }

    @Replacement(of = "orElseThrow")
    static long orElseThrow(OptionalLong optional) {
        return optional.getAsLong();
    }

    @Replacement(of = "orElseThrow")
    static <X extends Throwable> long orElseThrow(OptionalLong optional, Supplier<? extends X> failure) throws X {
        if (optional.isPresent()) {
            return optional.getAsLong();
        }
        throw failure.get();
    }

    @Replacement(of = "ifPresent")
    static void ifPresent(OptionalLong optional, LongConsumer action) {
        if (optional.isPresent()) {
            action.accept(optional.getAsLong());
        }
    }

    @Replacement(of = "ifPresentOrElse")
    static void ifPresentOrElse(OptionalLong optional, LongConsumer action, Runnable otherwise) {
        if (optional.isPresent()) {
            action.accept(optional.getAsLong());
        } else {
            otherwise.run();
        }
    }

    @Replacement(of = "stream")
    static LongStream stream(OptionalLong optional) {
        return optional.isPresent() ? LongStream.of(optional.getAsLong()) : LongStream.empty();
    }
}
