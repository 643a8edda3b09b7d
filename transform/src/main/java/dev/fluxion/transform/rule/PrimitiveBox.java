package dev.fluxion.transform.rule;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.List;

/**
 * The class whose objects hold one primitive value.
 *
 * @param primitive the value's type
 * @param type the class
 * @param accessor the name of the method that gives the value
 */
record PrimitiveBox(PrimitiveType primitive, ClassType type, String accessor) {

    /** Returns the box of a primitive type. */
    static PrimitiveBox of(Type type) {
        PrimitiveType primitive = (PrimitiveType) type;
        return switch (primitive) {
            case BOOL -> of(primitive, "Boolean", "boolean");
            case I8 -> of(primitive, "Byte", "byte");
            case I16 -> of(primitive, "Short", "short");
            case CHAR -> of(primitive, "Character", "char");
            case I32 -> of(primitive, "Integer", "int");
            case I64 -> of(primitive, "Long", "long");
            case F32 -> of(primitive, "Float", "float");
            case F64 -> of(primitive, "Double", "double");
        };
    }

    private static PrimitiveBox of(PrimitiveType primitive, String box, String name) {
        return new PrimitiveBox(primitive, new ClassType("java/lang/" + box), name + "Value");
    }

    /** Returns the operation that puts a value into its box. */
    Op boxed(Value value) {
        return new Op.Invoke(InvokeKind.STATIC, boxing(), List.of(value));
    }

    /** Returns the operation that takes a value out of its box. */
    Op unboxed(Value box) {
        MethodRef method = new MethodRef(type.internalName(), accessor, "()" + primitive.descriptor(), false);
        return new Op.Invoke(InvokeKind.VIRTUAL, method, List.of(box));
    }

    /** Returns whether a method puts such a value into its box. */
    boolean isBoxing(MethodRef method) {
        return method.equals(boxing());
    }

    private MethodRef boxing() {
        String descriptor = "(" + primitive.descriptor() + ")" + type.descriptor();
        return new MethodRef(type.internalName(), "valueOf", descriptor, false);
    }
}
