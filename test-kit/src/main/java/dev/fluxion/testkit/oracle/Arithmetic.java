package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Arithmetic that records what it does. */
final class Arithmetic {

    private final WengertList list;
    private final Path path;

    Arithmetic(WengertList list, Path path) {
        this.list = list;
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Returns the result of an operation on one number. */
    Real unary(boolean isSingle, double value, Real x, double dx) {
        return binary(isSingle, value, x, dx, x.node() == Real.CONSTANT ? x : Real.constant(0.0), 0);
    }

    /** Returns the result of an operation on two numbers. */
    Real binary(boolean isSingle, double value, Real x, double dx, Real y, double dy) {
        boolean depends = x.node() != Real.CONSTANT || y.node() != Real.CONSTANT;
        double rounded = isSingle ? (float) value : value;
        return new Real(rounded, isSingle, depends ? list.add(isSingle, x.node(), dx, y.node(), dy) : Real.CONSTANT);
    }

    Object negate(@Nullable Object x) {
        return switch (x) {
            case Integer i -> -i;
            case Long j -> -j;
            case Real r -> unary(r.isSingle(), -r.value(), r, -1);
            case null, default -> throw new OracleException("no number: " + x);
        };
    }

    Object binary(BinaryKind kind, @Nullable Object x, @Nullable Object y) {
        return switch (x) {
            case Integer i -> (int) whole(kind, i, (Integer) present(y), 32);
            case Long j -> whole(kind, j, y instanceof Integer distance ? distance : (Long) present(y), 64);
            case Real r -> real(kind, r, (Real) present(y));
            case null, default -> throw new OracleException("no number: " + x);
        };
    }

    private static Object present(@Nullable Object number) {
        return Objects.requireNonNull(number);
    }

    private static long whole(BinaryKind kind, long x, long y, int bits) {
        return switch (kind) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case AND -> x & y;
            case OR -> x | y;
            case XOR -> x ^ y;
            case SHL -> x << (y & bits - 1);
            case SHR -> x >> (y & bits - 1);
            case USHR -> (bits == 32 ? x & 0xffffffffL : x) >>> (y & bits - 1);
            case DIV, REM -> throw new OracleException("integers are divided by IntegerDivide");
        };
    }

    private Real real(BinaryKind kind, Real x, Real y) {
        boolean s = x.isSingle();
        double a = x.value();
        double b = y.value();
        return switch (kind) {
            case ADD -> binary(s, s ? (float) a + (float) b : a + b, x, 1, y, 1);
            case SUB -> binary(s, s ? (float) a - (float) b : a - b, x, 1, y, -1);
            case MUL -> binary(s, s ? (float) a * (float) b : a * b, x, b, y, a);
            case DIV -> binary(s, s ? (float) a / (float) b : a / b, x, 1 / b, y, -a / b / b);
            case REM -> {
                double quotient = (a - a % b) / b;
                path.add(Math.round(quotient));
                yield binary(s, a % b, x, 1, y, -quotient);
            }
            case AND, OR, XOR, SHL, SHR, USHR -> throw new OracleException("not for floating numbers: " + kind);
        };
    }

    static Object divide(BinaryKind kind, @Nullable Object x, @Nullable Object y) {
        if (y instanceof Integer i && i == 0 || y instanceof Long j && j == 0) {
            throw Thrown.of(ArithmeticException.class);
        }
        boolean remainder = kind == BinaryKind.REM;
        if (x instanceof Integer i && y instanceof Integer k) {
            return remainder ? i % k : i / k;
        }
        if (x instanceof Long i && y instanceof Long k) {
            return remainder ? i % k : i / k;
        }
        throw new OracleException("no integers: " + x + ", " + y);
    }

    boolean compare(CompareKind kind, Object x, Object y) {
        if (x instanceof Real r && y instanceof Real t) {
            boolean result = ordered(kind, r.value(), t.value());
            path.add(result ? 1 : 2);
            return result;
        }
        int order = x instanceof Long j ? Long.compare(j, (Long) y) : Integer.compare((Integer) x, (Integer) y);
        return ordered(kind, order, 0);
    }

    private static boolean ordered(CompareKind kind, double x, double y) {
        return switch (kind) {
            case EQ -> x == y;
            case NE -> x != y;
            case LT -> x < y;
            case LE -> x <= y;
            case GT -> x > y;
            case GE -> x >= y;
        };
    }

    int threeWay(int ifNan, @Nullable Object x, @Nullable Object y) {
        if (x instanceof Real r && y instanceof Real t) {
            int order = r.value() < t.value() ? -1 : r.value() > t.value() ? 1 : r.value() == t.value() ? 0 : ifNan;
            path.add(order);
            return order;
        }
        if (x instanceof Long j && y instanceof Long k) {
            return Long.compare(j, k);
        }
        throw new OracleException("cannot compare " + x + " and " + y);
    }

    Object convert(PrimitiveType to, @Nullable Object x) {
        if (x instanceof Real r) {
            Object converted = fromReal(to, r);
            if (!(converted instanceof Real)) {
                path.add(converted.hashCode());
            }
            return converted;
        }
        long whole = ((Number) present(x)).longValue();
        return switch (to) {
            case BOOL -> (int) (whole & 1);
            case I8 -> (int) (byte) whole;
            case I16 -> (int) (short) whole;
            case CHAR -> (int) (char) whole;
            case I32 -> (int) whole;
            case I64 -> whole;
            case F32 -> Real.constant((float) whole);
            case F64 -> Real.constant((double) whole);
        };
    }

    private Object fromReal(PrimitiveType to, Real r) {
        return switch (to) {
            case I32 -> (int) r.value();
            case I64 -> (long) r.value();
            case F32 -> unary(true, (float) r.value(), r, 1);
            case F64 -> unary(false, r.value(), r, 1);
            case BOOL, I8, I16, CHAR -> throw new OracleException("a floating number becomes " + to);
        };
    }
}
