package dev.fluxion.testkit.rules;

import dev.fluxion.Differentiator;
import dev.fluxion.runtime.DynamicCall;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.ObjectCotangents;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;

/**
 * Finds the derivatives of functions that a pullback goes through, by a Fluxion that is made when the first one is
 * wanted: most rules need none.
 */
record LateLinker(Supplier<Differentiator> gradients) implements Linker {

    @Override
    public MethodHandle link(Object receiver, DynamicCall call, MethodType type) {
        return gradients.get().linker().link(receiver, call, type);
    }

    @Override
    public ObjectCotangents cotangents() {
        return gradients.get().linker().cotangents();
    }
}
