package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;

import org.jspecify.annotations.Nullable;

/**
 * What {@code instanceof} says of arrays whose type is known. Arrays of numbers have no subtypes, and a static type
 * that is an array type can be trusted; class types cannot, because verification takes any reference for an
 * interface's.
 */
final class TypeTests {

    private TypeTests() {}

    /** {@code int[] instanceof double[]} is false. */
    static @Nullable Value value(ReferenceType type, Value object) {
        boolean never =
                type instanceof ArrayType(PrimitiveType wanted)
                        && object.type() instanceof ArrayType given
                        && !given.element().equals(wanted);
        return never ? Constant.of(0) : null;
    }

    /** {@code double[] instanceof double[]} is whether it is not null. */
    static @Nullable Op simpler(ReferenceType type, Value object) {
        boolean unlessNull = type instanceof ArrayType(PrimitiveType wanted) && object.type().equals(type);
        return unlessNull ? new Op.Compare(CompareKind.NE, object, new Constant.NullConstant()) : null;
    }
}
