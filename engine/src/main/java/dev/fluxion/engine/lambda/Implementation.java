package dev.fluxion.engine.lambda;

import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The method that a function object runs.
 *
 * @param owner the class that is named as the method's owner; it may inherit the method
 * @param method the method; a constructor reference names {@code <init>}
 * @param kind how the method is chosen; {@link InvokeKind#SPECIAL} where the receiver's class is already accounted for
 * @param captured the first arguments, receiver included, known beforehand
 */
public record Implementation(Class<?> owner, MethodRef method, InvokeKind kind, List<@Nullable Object> captured) {

    /** Copies the captured values in. */
    public Implementation {
        captured = Collections.unmodifiableList(Arrays.asList(captured.toArray()));
    }

    /** Returns the code alone, without the captured values. */
    public MethodKey key() {
        return new MethodKey(owner, method, kind);
    }

    /** Returns whether the method is a constructor. */
    public boolean isConstructor() {
        return method.name().equals("<init>");
    }
}
