package dev.fluxion.testkit.rules;

import dev.fluxion.Differentiator;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** A Fluxion with the rules under test, made when it is needed. */
final class WithRules implements Supplier<Differentiator> {

    private final Differentiator.Builder builder;
    private @Nullable Differentiator made;

    WithRules(Differentiator.Builder builder) {
        this.builder = builder;
    }

    @Override
    public synchronized Differentiator get() {
        Differentiator present = made;
        if (present == null) {
            present = builder.build();
            made = present;
        }
        return present;
    }
}
