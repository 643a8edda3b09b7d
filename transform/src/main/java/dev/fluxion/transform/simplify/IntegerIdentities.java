package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Constant.IntConstant;
import dev.fluxion.ir.Constant.LongConstant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

/** Identities of the wrapping arithmetic of {@code i32} and {@code i64}. */
final class IntegerIdentities {

    private IntegerIdentities() {}

    /** Returns a value that equals {@code x kind y}, or null. */
    static @Nullable Value value(BinaryKind kind, Value x, Value y, Known known) {
        return switch (kind) {
            case ADD -> sum(x, y, known);
            case SUB -> difference(x, y, known);
            case MUL -> product(x, y);
            case AND -> and(x, y);
            // x | 0 = x, x | x = x
            case OR -> Known.isInteger(y, 0) || x.equals(y) ? x : Known.isInteger(x, 0) ? y : null;
            // x ^ x = 0, x ^ 0 = x
            case XOR ->
                    x.equals(y)
                            ? Constant.zero(x.type())
                            : Known.isInteger(y, 0) ? x : Known.isInteger(x, 0) ? y : null;
            // x << 0 = x, 0 << x = 0
            case SHL, SHR, USHR -> Known.isInteger(y, 0) || Known.isInteger(x, 0) ? x : null;
            case DIV, REM -> null;
        };
    }

    private static @Nullable Value sum(Value x, Value y, Known known) {
        // x + 0 = x
        if (Known.isInteger(y, 0)) {
            return x;
        }
        if (Known.isInteger(x, 0)) {
            return y;
        }
        // (a - y) + y = a
        if (known.definition(x) instanceof Op.Binary(BinaryKind kind, Value a, Value b)
                && kind == BinaryKind.SUB
                && b.equals(y)) {
            return a;
        }
        return null;
    }

    private static @Nullable Value difference(Value x, Value y, Known known) {
        // x - 0 = x
        if (Known.isInteger(y, 0)) {
            return x;
        }
        // x - x = 0
        if (x.equals(y)) {
            return Constant.zero(x.type());
        }
        // (a + b) - b = a
        if (known.definition(x) instanceof Op.Binary(BinaryKind kind, Value a, Value b) && kind == BinaryKind.ADD) {
            return b.equals(y) ? a : a.equals(y) ? b : null;
        }
        return null;
    }

    private static @Nullable Value product(Value x, Value y) {
        // x * 1 = x, x * 0 = 0
        if (Known.isInteger(y, 1) || Known.isInteger(x, 0)) {
            return x;
        }
        return Known.isInteger(x, 1) || Known.isInteger(y, 0) ? y : null;
    }

    private static @Nullable Value and(Value x, Value y) {
        // x & -1 = x, x & x = x, 0 & y = 0
        if (Known.isInteger(y, -1) || x.equals(y) || Known.isInteger(x, 0)) {
            return x;
        }
        return Known.isInteger(x, -1) || Known.isInteger(y, 0) ? y : null;
    }

    /** Returns a value that equals the quotient or remainder, or null. */
    static @Nullable Value quotient(BinaryKind kind, Value x, Value y) {
        // x / 1 = x, x % 1 = 0, x % -1 = 0
        if (Known.isInteger(y, 1)) {
            return kind == BinaryKind.DIV ? x : Constant.zero(x.type());
        }
        return Known.isInteger(y, -1) && kind == BinaryKind.REM ? Constant.zero(x.type()) : null;
    }

    /** Returns a simpler operation that equals {@code x kind y}, or null. */
    static @Nullable Op simpler(BinaryKind kind, Value x, Value y, Known known) {
        return switch (kind) {
            case ADD -> {
                // x + -b = x - b, -a + y = y - a
                Value b = known.negated(y);
                Value a = known.negated(x);
                yield b != null
                        ? new Op.Binary(BinaryKind.SUB, x, b)
                        : a != null ? new Op.Binary(BinaryKind.SUB, y, a) : offset(x, y, 1, known);
            }
            case SUB -> {
                // 0 - y = -y, x - -b = x + b
                Value b = known.negated(y);
                yield Known.isInteger(x, 0)
                        ? new Op.Negate(y)
                        : b != null ? new Op.Binary(BinaryKind.ADD, x, b) : offset(x, y, -1, known);
            }
            // x * -1 = -x
            case MUL -> Known.isInteger(y, -1) ? new Op.Negate(x) : Known.isInteger(x, -1) ? new Op.Negate(y) : null;
            case DIV, REM, AND, OR, XOR, SHL, SHR, USHR -> null;
        };
    }

    /** {@code (a + c) + d = a + (c + d)}, and so for differences; {@code sign} is that of {@code d}. */
    private static @Nullable Op offset(Value x, Value y, int sign, Known known) {
        if (!(known.definition(x) instanceof Op.Binary(BinaryKind kind, Value a, Value c))
                || kind != BinaryKind.ADD && kind != BinaryKind.SUB) {
            return null;
        }
        int inner = kind == BinaryKind.ADD ? 1 : -1;
        if (c instanceof IntConstant(int first) && y instanceof IntConstant(int second)) {
            return added(a, Constant.of(inner * first + sign * second));
        }
        if (c instanceof LongConstant(long first) && y instanceof LongConstant(long second)) {
            return added(a, Constant.of(inner * first + sign * second));
        }
        return null;
    }

    private static Op added(Value a, Constant offset) {
        return new Op.Binary(BinaryKind.ADD, a, offset);
    }
}
