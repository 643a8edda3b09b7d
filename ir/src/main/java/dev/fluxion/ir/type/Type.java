package dev.fluxion.ir.type;

/**
 * The type of a value, of an array element or of a field.
 *
 * <p>Values (block parameters, statement results, constants) have <em>computational</em> types only, as on the JVM's
 * operand stack: {@code i32}, {@code i64}, {@code f32}, {@code f64} or a reference. The narrow primitives ({@code
 * bool}, {@code i8}, {@code i16}, {@code char}) say how something is <em>stored</em>: array elements, fields, method
 * descriptors and the target of a narrowing conversion.
 */
public sealed interface Type permits PrimitiveType, ReferenceType {

    /** Returns the type that a value of this type has once it is loaded: itself, or {@code i32} for narrow ones. */
    Type computational();

    /** Returns the JVM descriptor, such as {@code D}, {@code [I} or {@code Ljava/lang/String;}. */
    String descriptor();

    /** Returns whether this is {@code f32} or {@code f64}, the only types that carry a derivative by value. */
    default boolean isFloating() {
        return this == PrimitiveType.F32 || this == PrimitiveType.F64;
    }

    /** Returns whether a value of this type is a reference to the heap (or null). */
    default boolean isReference() {
        return this instanceof ReferenceType;
    }

    /** Returns how many JVM local-variable slots a value of this type takes: 1 or 2. */
    default int slots() {
        return this == PrimitiveType.I64 || this == PrimitiveType.F64 ? 2 : 1;
    }

    /**
     * Reads a JVM field descriptor.
     *
     * @param descriptor such as {@code D} or {@code [[F}
     * @return the type
     * @throws IllegalArgumentException if the text is not a field descriptor
     */
    static Type of(String descriptor) {
        char first = descriptor.isEmpty() ? ' ' : descriptor.charAt(0);
        if (first == '[') {
            return new ArrayType(of(descriptor.substring(1)));
        }
        if (first == 'L' && descriptor.endsWith(";")) {
            return new ClassType(descriptor.substring(1, descriptor.length() - 1));
        }
        for (PrimitiveType type : PrimitiveType.values()) {
            if (type.descriptor().equals(descriptor)) {
                return type;
            }
        }
        throw new IllegalArgumentException("not a field descriptor: " + descriptor);
    }
}
