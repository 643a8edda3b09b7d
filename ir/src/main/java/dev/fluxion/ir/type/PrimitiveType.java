package dev.fluxion.ir.type;

/** The primitive types of the JVM; the first four are storage types only. */
public enum PrimitiveType implements Type {
    BOOL("bool", "Z"),
    I8("i8", "B"),
    I16("i16", "S"),
    CHAR("char", "C"),
    I32("i32", "I"),
    I64("i64", "J"),
    F32("f32", "F"),
    F64("f64", "D");

    private final String text;
    private final String descriptor;

    PrimitiveType(String text, String descriptor) {
        this.text = text;
        this.descriptor = descriptor;
    }

    @Override
    public Type computational() {
        return isNarrow() ? I32 : this;
    }

    /** Returns whether values of this type only exist widened to {@code i32}. */
    public boolean isNarrow() {
        return this == BOOL || this == I8 || this == I16 || this == CHAR;
    }

    @Override
    public String descriptor() {
        return descriptor;
    }

    @Override
    public String toString() {
        return text;
    }
}
