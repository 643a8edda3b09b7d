package dev.fluxion.ir.op;

import java.util.Locale;

/** The two-operand arithmetic of the JVM. */
public enum BinaryKind {
    ADD,
    SUB,
    MUL,
    /** Floating division; integers use {@link Op.IntegerDivide}. */
    DIV,
    /** Floating remainder (as {@code %} in Java); integers use {@link Op.IntegerDivide}. */
    REM,
    AND,
    OR,
    XOR,
    SHL,
    SHR,
    USHR;

    /** Returns whether this shifts, so that the second operand is an {@code i32}. */
    public boolean isShift() {
        return this == SHL || this == SHR || this == USHR;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
