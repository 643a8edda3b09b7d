package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Boxed numbers: objects with one number. */
final class Boxes {

    private static final String CONTENT = "content";

    private final Arithmetic arithmetic;

    Boxes(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    static HeapObject box(Class<?> type, Object value) {
        HeapObject box = new HeapObject(type);
        box.fields.put(CONTENT, value);
        return box;
    }

    static Object content(Object box) {
        return Objects.requireNonNull(((HeapObject) box).fields.get(CONTENT));
    }

    static boolean isBox(@Nullable Object value) {
        return value instanceof HeapObject object && object.fields.containsKey(CONTENT);
    }

    /** Returns the value as a parameter or result of the type takes it: boxed, unboxed or widened. */
    @Nullable Object adapt(@Nullable Object value, Type type) {
        if (type instanceof PrimitiveType primitive) {
            Object plain = isBox(value) ? content(Objects.requireNonNull(value)) : value;
            boolean widened =
                    primitive.isFloating()
                                    && !(plain instanceof Real r && r.isSingle() == (primitive == PrimitiveType.F32))
                            || primitive == PrimitiveType.I64 && plain instanceof Integer;
            return widened ? arithmetic.convert(primitive, plain) : plain;
        }
        return switch (value) {
            case Real r -> box(r.isSingle() ? Float.class : Double.class, r);
            case Integer i -> box(Integer.class, i);
            case Long j -> box(Long.class, j);
            case null, default -> value;
        };
    }
}
