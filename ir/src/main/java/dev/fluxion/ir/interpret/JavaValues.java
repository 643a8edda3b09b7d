package dev.fluxion.ir.interpret;

import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

/** Between the boxes of Java's types and those of computational types, in which the narrow ones are integers. */
final class JavaValues {

    private JavaValues() {}

    /** Returns the box that a value has in Java if it is stored as {@code type}; integers are narrowed. */
    static @Nullable Object toJava(@Nullable Object value, Type type) {
        return type instanceof PrimitiveType narrow && narrow.isNarrow() && value instanceof Integer integer
                ? narrow(integer, narrow)
                : value;
    }

    private static Object narrow(int value, PrimitiveType type) {
        return switch (type) {
            case BOOL -> (value & 1) != 0;
            case I8 -> (byte) value;
            case I16 -> (short) value;
            case CHAR -> (char) value;
            case I32, I64, F32, F64 -> value;
        };
    }

    /** Returns the computational value of what Java returned for a declared type; reference types stay as they are. */
    static @Nullable Object fromJava(@Nullable Object value, Type type) {
        if (!(type instanceof PrimitiveType)) {
            return value;
        }
        return switch (value) {
            case Boolean bit -> bit ? 1 : 0;
            case Byte number -> (int) number;
            case Short number -> (int) number;
            case Character number -> (int) number;
            case null -> null;
            default -> value;
        };
    }

    /** Returns whether the value is of a computational type. */
    static boolean fits(@Nullable Object value, Type type) {
        return switch (type) {
            case PrimitiveType primitive ->
                    switch (primitive) {
                        case BOOL, I8, I16, CHAR, I32 -> value instanceof Integer;
                        case I64 -> value instanceof Long;
                        case F32 -> value instanceof Float;
                        case F64 -> value instanceof Double;
                    };
            case Type reference -> true;
        };
    }
}
