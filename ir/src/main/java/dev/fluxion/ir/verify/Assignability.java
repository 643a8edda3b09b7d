package dev.fluxion.ir.verify;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

/**
 * Which values may stand where a type is wanted. Primitive types must be equal. Classes are not looked up: any class or
 * array goes where a class is wanted, as the JVM's own verifier treats interfaces. An array is wanted only where one is
 * given, and arrays of primitives must agree in dimensions and element. Null goes everywhere but to primitives.
 */
final class Assignability {

    private Assignability() {}

    static boolean isAssignable(Value value, Type wanted) {
        return value instanceof Constant.NullConstant ? wanted.isReference() : isAssignable(value.type(), wanted);
    }

    static boolean isAssignable(Type given, Type wanted) {
        return switch (wanted) {
            case PrimitiveType primitive -> given == primitive;
            case ArrayType array -> given instanceof ArrayType other && isElement(other.element(), array.element());
            case ReferenceType named -> given.isReference();
        };
    }

    private static boolean isElement(Type given, Type wanted) {
        return given.isReference() && wanted.isReference() ? isAssignable(given, wanted) : given.equals(wanted);
    }

    /** Returns whether elements stored as {@code element} can be loaded from and stored into the array. */
    static boolean hasElements(Value array, Type element) {
        if (array instanceof Constant.NullConstant) {
            return true;
        }
        return array.type() instanceof ArrayType(Type own)
                && (element.isReference() ? own.isReference() : own.equals(element));
    }

    static boolean isArray(Value value) {
        return value instanceof Constant.NullConstant || value.type() instanceof ArrayType;
    }
}
