package dev.fluxion.ir.interpret;

import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

/** Java's own arithmetic on boxed numbers. */
final class Arithmetic {

    private Arithmetic() {}

    static Object negate(@Nullable Object x) {
        return switch (x) {
            case Integer i -> -i;
            case Long j -> -j;
            case Float f -> -f;
            case Double d -> -d;
            case null, default -> throw notANumber(x);
        };
    }

    static Object binary(BinaryKind kind, @Nullable Object x, @Nullable Object y) {
        return switch (x) {
            case Integer i when y instanceof Integer k -> integer(kind, i, k);
            case Long j when kind.isShift() && y instanceof Integer distance -> shift(kind, j, distance);
            case Long j when y instanceof Long k -> integer(kind, j, k);
            case Float f when y instanceof Float g -> floating(kind, f, g);
            case Double d when y instanceof Double e -> floating(kind, d, e);
            case null, default -> throw notANumber(x);
        };
    }

    private static int integer(BinaryKind kind, int x, int y) {
        return switch (kind) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case AND -> x & y;
            case OR -> x | y;
            case XOR -> x ^ y;
            case SHL -> x << y;
            case SHR -> x >> y;
            case USHR -> x >>> y;
            case DIV, REM -> throw new InterpretationException("integers are divided by IntegerDivide");
        };
    }

    private static long integer(BinaryKind kind, long x, long y) {
        return switch (kind) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case AND -> x & y;
            case OR -> x | y;
            case XOR -> x ^ y;
            case SHL, SHR, USHR -> throw new InterpretationException("the distance of a shift is an i32");
            case DIV, REM -> throw new InterpretationException("integers are divided by IntegerDivide");
        };
    }

    private static long shift(BinaryKind kind, long x, int distance) {
        return switch (kind) {
            case SHL -> x << distance;
            case SHR -> x >> distance;
            case USHR -> x >>> distance;
            case ADD, SUB, MUL, DIV, REM, AND, OR, XOR -> throw new InterpretationException("not a shift: " + kind);
        };
    }

    private static float floating(BinaryKind kind, float x, float y) {
        return switch (kind) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> x / y;
            case REM -> x % y;
            case AND, OR, XOR, SHL, SHR, USHR -> throw new InterpretationException("not for floats: " + kind);
        };
    }

    private static double floating(BinaryKind kind, double x, double y) {
        return switch (kind) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> x / y;
            case REM -> x % y;
            case AND, OR, XOR, SHL, SHR, USHR -> throw new InterpretationException("not for floats: " + kind);
        };
    }

    static Object divide(BinaryKind kind, @Nullable Object x, @Nullable Object y) {
        boolean isRemainder = kind == BinaryKind.REM;
        if (x instanceof Integer i && y instanceof Integer k) {
            return isRemainder ? i % k : i / k;
        }
        if (x instanceof Long j && y instanceof Long k) {
            return isRemainder ? j % k : j / k;
        }
        throw notANumber(x);
    }

    static boolean compare(CompareKind kind, @Nullable Object x, @Nullable Object y) {
        return switch (x) {
            case Integer i when y instanceof Integer k -> integer(kind, Integer.compare(i, k));
            case Long j when y instanceof Long k -> integer(kind, Long.compare(j, k));
            case Float f when y instanceof Float g -> floating(kind, f, g);
            case Double d when y instanceof Double e -> floating(kind, d, e);
            case null, default -> throw notANumber(x);
        };
    }

    private static boolean integer(CompareKind kind, int order) {
        return switch (kind) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    /** Widening a float to a double keeps its order and its NaN. */
    private static boolean floating(CompareKind kind, double x, double y) {
        return switch (kind) {
            case EQ -> x == y;
            case NE -> x != y;
            case LT -> x < y;
            case LE -> x <= y;
            case GT -> x > y;
            case GE -> x >= y;
        };
    }

    static int threeWay(int ifNan, @Nullable Object x, @Nullable Object y) {
        if (compare(CompareKind.LT, x, y)) {
            return -1;
        }
        if (compare(CompareKind.GT, x, y)) {
            return 1;
        }
        return compare(CompareKind.EQ, x, y) ? 0 : ifNan;
    }

    static Object convert(PrimitiveType to, @Nullable Object x) {
        return switch (x) {
            case Integer i ->
                    switch (to) {
                        case BOOL -> i & 1;
                        case I8 -> (int) (byte) (int) i;
                        case I16 -> (int) (short) (int) i;
                        case CHAR -> (int) (char) (int) i;
                        case I32 -> i;
                        case I64 -> (long) i;
                        case F32 -> (float) i;
                        case F64 -> (double) i;
                    };
            case Long j ->
                    switch (to) {
                        case I32 -> (int) (long) j;
                        case I64 -> j;
                        case F32 -> (float) j;
                        case F64 -> (double) j;
                        case BOOL, I8, I16, CHAR -> throw notNarrowed(to);
                    };
            case Float f ->
                    switch (to) {
                        case I32 -> (int) (float) f;
                        case I64 -> (long) (float) f;
                        case F32 -> f;
                        case F64 -> (double) f;
                        case BOOL, I8, I16, CHAR -> throw notNarrowed(to);
                    };
            case Double d ->
                    switch (to) {
                        case I32 -> (int) (double) d;
                        case I64 -> (long) (double) d;
                        case F32 -> (float) (double) d;
                        case F64 -> d;
                        case BOOL, I8, I16, CHAR -> throw notNarrowed(to);
                    };
            case null, default -> throw notANumber(x);
        };
    }

    private static InterpretationException notNarrowed(PrimitiveType to) {
        return new InterpretationException("only an i32 is narrowed to " + to);
    }

    private static InterpretationException notANumber(@Nullable Object x) {
        return new InterpretationException("these operands do not go together: " + x);
    }
}
