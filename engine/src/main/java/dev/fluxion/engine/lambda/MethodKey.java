package dev.fluxion.engine.lambda;

import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;

/**
 * Names a method within one JVM, whatever function object leads to it: two evaluations of one lambda expression, a
 * deserialized copy of it, or the method asked for by reflection.
 *
 * @param owner the class, which fixes the class loader
 * @param method owner's name, method's name and descriptor
 * @param kind how the method is chosen
 */
public record MethodKey(Class<?> owner, MethodRef method, InvokeKind kind) {}
