package dev.fluxion.engine.derive;

import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.spi.Shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a function of some shape takes and returns.
 *
 * @param parameters the types of its arguments, in all of which it is differentiated
 * @param result the type of its value
 */
record Signature(List<Type> parameters, Type result) {

    private static final Type DOUBLES = new ArrayType(PrimitiveType.F64);
    private static final Type FLOATS = new ArrayType(PrimitiveType.F32);

    /** Returns the signature of a shape's functions. */
    static Signature of(Shape shape) {
        return switch (shape) {
            case DERIVATIVE, DOUBLE -> doubles(1, PrimitiveType.F64);
            case DOUBLE2 -> doubles(2, PrimitiveType.F64);
            case DOUBLE3 -> doubles(3, PrimitiveType.F64);
            case DOUBLE4 -> doubles(4, PrimitiveType.F64);
            case DOUBLE_ARRAY, FLATTENED -> doubles(1, DOUBLES);
            case DOUBLE_ARRAY2 -> doubles(2, DOUBLES);
            case DOUBLE_ARRAY3 -> doubles(3, DOUBLES);
            case FLOAT_ARRAY -> new Signature(List.of(FLOATS), PrimitiveType.F32);
            case VECTOR -> new Signature(List.of(DOUBLES), DOUBLES);
            case CAPTURES, OBJECT, OBJECT2, OBJECT3, OBJECT4, FUNCTION, FUNCTION2, FUNCTION3 ->
                    throw new IllegalArgumentException("functions of objects take what they declare");
        };
    }

    private static Signature doubles(int count, Type type) {
        return new Signature(new ArrayList<>(Collections.nCopies(count, type)), PrimitiveType.F64);
    }
}
