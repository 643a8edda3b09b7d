package dev.fluxion.ir.interpret;

import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;

/**
 * What an interpreted program reaches outside itself, by name. Handles have the Java types of the named thing, its
 * receiver first; the interpreter converts between them and the IR's computational types.
 */
public interface Linkage {

    /** Returns the class of a type. */
    Class<?> type(Type type);

    /** Returns what reads a field: from a receiver, or from nothing if it is static. */
    MethodHandle getter(FieldRef field, boolean isStatic);

    /** Returns what writes a field: of a receiver, or of nothing if it is static. */
    MethodHandle setter(FieldRef field, boolean isStatic);

    /** Returns what calls a method. */
    MethodHandle method(InvokeKind kind, MethodRef method);

    /** Returns what makes an object and runs its constructor. */
    MethodHandle constructor(MethodRef constructor);

    /** Returns a method handle constant. */
    MethodHandle handle(HandleRef handle);

    /** Returns a fresh call site's target, as its bootstrap method links it. */
    MethodHandle site(Bootstrap site) throws Throwable;

    /** Returns what a bootstrap method computes for a dynamic constant. */
    @Nullable Object constant(Bootstrap constant) throws Throwable;
}
