package dev.fluxion.ir.interpret;

import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;

/** Loads and stores of Java's arrays, with Java's exceptions. */
final class ArrayAccess {

    private ArrayAccess() {}

    static @Nullable Object load(Type element, @Nullable Object array, int index) {
        return switch (element) {
            case PrimitiveType primitive ->
                    switch (primitive) {
                        case BOOL -> present((boolean @Nullable []) array)[index] ? 1 : 0;
                        case I8 -> (int) present((byte @Nullable []) array)[index];
                        case I16 -> (int) present((short @Nullable []) array)[index];
                        case CHAR -> (int) present((char @Nullable []) array)[index];
                        case I32 -> present((int @Nullable []) array)[index];
                        case I64 -> present((long @Nullable []) array)[index];
                        case F32 -> present((float @Nullable []) array)[index];
                        case F64 -> present((double @Nullable []) array)[index];
                    };
            case ReferenceType reference -> present((@Nullable Object @Nullable []) array)[index];
        };
    }

    static void store(Type element, @Nullable Object array, int index, @Nullable Object value) {
        switch (element) {
            case PrimitiveType primitive -> {
                switch (primitive) {
                    case BOOL -> present((boolean @Nullable []) array)[index] = (integer(value) & 1) != 0;
                    case I8 -> present((byte @Nullable []) array)[index] = (byte) integer(value);
                    case I16 -> present((short @Nullable []) array)[index] = (short) integer(value);
                    case CHAR -> present((char @Nullable []) array)[index] = (char) integer(value);
                    case I32 -> present((int @Nullable []) array)[index] = integer(value);
                    case I64 -> present((long @Nullable []) array)[index] = (Long) present(value);
                    case F32 -> present((float @Nullable []) array)[index] = (Float) present(value);
                    case F64 -> present((double @Nullable []) array)[index] = (Double) present(value);
                }
            }
            case ReferenceType reference -> present((@Nullable Object @Nullable []) array)[index] = value;
        }
    }

    static int length(@Nullable Object array) {
        return Array.getLength(present(array));
    }

    /** Returns a fresh array; the class is that of the whole array, the lengths may be fewer than its dimensions. */
    static Object create(Class<?> type, int[] lengths) {
        Class<?> element = type;
        for (int i = 0; i < lengths.length; i++) {
            element = element.getComponentType();
        }
        return Array.newInstance(element, lengths);
    }

    private static int integer(@Nullable Object value) {
        return (Integer) present(value);
    }

    /** Returns the reference, or throws what the JVM throws where it is null. */
    static <T> T present(@Nullable T reference) {
        if (reference == null) {
            throw new NullPointerException();
        }
        return reference;
    }
}
