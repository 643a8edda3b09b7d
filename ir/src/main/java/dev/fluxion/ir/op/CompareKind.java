package dev.fluxion.ir.op;

import java.util.Locale;

/** Predicates on two values of one type. */
public enum CompareKind {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE;

    /** Returns the predicate for exchanged operands: {@code x < y} is {@code y > x}, for NaN too. */
    public CompareKind swapped() {
        return switch (this) {
            case EQ, NE -> this;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }

    /** Returns the opposite predicate; right for integers and references, and for floats only for EQ and NE. */
    public CompareKind negated() {
        return switch (this) {
            case EQ -> NE;
            case NE -> EQ;
            case LT -> GE;
            case LE -> GT;
            case GT -> LE;
            case GE -> LT;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
