package dev.fluxion.rules.collections;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** An optional number. It is a box: a derivative goes through {@code of} and {@code getAsDouble} by themselves. */
@Rules(of = OptionalDouble.class)
@NonDifferentiable(of = {"empty", "isPresent", "isEmpty"})
@SuppressWarnings({"unused", "OptionalUsedAsFieldOrParameterType"})
public final class OptionalDoubleRules {

    private OptionalDoubleRules() {}

    @Replacement(of = "orElse")
    static double orElse(OptionalDouble optional, double other) {
        return optional.isPresent() ? optional.getAsDouble() : other;
    }

    @Replacement(of = "orElseGet")
    static double orElseGet(OptionalDouble optional, DoubleSupplier supplier) {
        return optional.isPresent() ? optional.getAsDouble() : supplier.getAsDouble();
    }

    @Replacement(of = "orElseThrow")
    static double orElseThrow(OptionalDouble optional) {
        return optional.getAsDouble();
    }

    @Replacement(of = "orElseThrow")
    static <X extends Throwable> double orElseThrow(OptionalDouble optional, Supplier<? extends X> failure) throws X {
        if (optional.isPresent()) {
            return optional.getAsDouble();
        }
        throw failure.get();
    }

    @Replacement(of = "ifPresent")
    static void ifPresent(OptionalDouble optional, DoubleConsumer action) {
        if (optional.isPresent()) {
            action.accept(optional.getAsDouble());
        }
    }

    @Replacement(of = "ifPresentOrElse")
    static void ifPresentOrElse(OptionalDouble optional, DoubleConsumer action, Runnable otherwise) {
        if (optional.isPresent()) {
            action.accept(optional.getAsDouble());
        } else {
            otherwise.run();
        }
    }

    @Replacement(of = "stream")
    static DoubleStream stream(OptionalDouble optional) {
        return optional.isPresent() ? DoubleStream.of(optional.getAsDouble()) : DoubleStream.empty();
    }
}
