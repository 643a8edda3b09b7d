package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** An array of the program. */
final class HeapArray {

    final ArrayType type;
    final @Nullable Object[] elements;

    HeapArray(ArrayType type, int length) {
        this.type = type;
        this.elements = new Object[length];
        Arrays.fill(elements, zero(type.element()));
    }

    private HeapArray(ArrayType type, @Nullable Object[] elements) {
        this.type = type;
        this.elements = elements;
    }

    HeapArray copy(int length) {
        HeapArray copy = new HeapArray(type, length);
        System.arraycopy(elements, 0, copy.elements, 0, Math.min(length, elements.length));
        return copy;
    }

    HeapArray copy() {
        return new HeapArray(type, elements.clone());
    }

    /** Returns what a variable of a type holds at first. */
    static @Nullable Object zero(Type type) {
        return switch (type) {
            case PrimitiveType primitive ->
                    switch (primitive) {
                        case BOOL, I8, I16, CHAR, I32 -> 0;
                        case I64 -> 0L;
                        case F32 -> Real.constant(0f);
                        case F64 -> Real.constant(0.0);
                    };
            case dev.fluxion.ir.type.ReferenceType reference -> null;
        };
    }
}
