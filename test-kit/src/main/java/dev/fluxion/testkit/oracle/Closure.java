package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.symbol.HandleRef;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A lambda or method reference.
 *
 * @param type its interface
 * @param name the interface's method
 * @param implementation what that method runs
 * @param captured what it runs it on, before its own arguments
 */
record Closure(Class<?> type, String name, HandleRef implementation, List<@Nullable Object> captured) {

    /** Closures are told apart by identity. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
