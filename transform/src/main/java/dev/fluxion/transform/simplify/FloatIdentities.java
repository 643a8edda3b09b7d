package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

/**
 * Identities of floating arithmetic that hold bit by bit in IEEE 754 for all numbers, infinities and signed zeros; that
 * a NaN comes out is kept too, which NaN is not. Not among them, because wrong for some input: {@code x * 0 = 0},
 * {@code x + 0.0 = x}, {@code x - x = 0}, and every reassociation.
 */
final class FloatIdentities {

    private FloatIdentities() {}

    /** Returns a value that equals {@code x kind y}, or null. */
    static @Nullable Value value(BinaryKind kind, Value x, Value y) {
        return switch (kind) {
            // x + -0.0 = x
            case ADD -> Known.isFloating(y, -0.0) ? x : Known.isFloating(x, -0.0) ? y : null;
            // x - 0.0 = x
            case SUB -> Known.isFloating(y, 0.0) ? x : null;
            // x * 1 = x
            case MUL -> Known.isFloating(y, 1) ? x : Known.isFloating(x, 1) ? y : null;
            // x / 1 = x
            case DIV -> Known.isFloating(y, 1) ? x : null;
            case REM, AND, OR, XOR, SHL, SHR, USHR -> null;
        };
    }

    /** Returns a simpler operation that equals {@code x kind y}, or null. */
    static @Nullable Op simpler(BinaryKind kind, Value x, Value y, Known known) {
        return switch (kind) {
            case ADD -> sum(x, y, known);
            case SUB -> difference(x, y, known);
            case MUL -> product(x, y, known);
            case DIV -> quotient(x, y, known);
            case REM, AND, OR, XOR, SHL, SHR, USHR -> null;
        };
    }

    private static @Nullable Op sum(Value x, Value y, Known known) {
        // x + -b = x - b
        Value b = known.negated(y);
        if (b != null) {
            return new Op.Binary(BinaryKind.SUB, x, b);
        }
        // -a + y = y - a
        Value a = known.negated(x);
        return a != null ? new Op.Binary(BinaryKind.SUB, y, a) : null;
    }

    private static @Nullable Op difference(Value x, Value y, Known known) {
        // -0.0 - y = -y
        if (Known.isFloating(x, -0.0)) {
            return new Op.Negate(y);
        }
        // x - -b = x + b
        Value b = known.negated(y);
        return b != null ? new Op.Binary(BinaryKind.ADD, x, b) : null;
    }

    private static @Nullable Op product(Value x, Value y, Known known) {
        // x * -1 = -x
        if (Known.isFloating(y, -1)) {
            return new Op.Negate(x);
        }
        if (Known.isFloating(x, -1)) {
            return new Op.Negate(y);
        }
        return signs(BinaryKind.MUL, x, y, known);
    }

    private static @Nullable Op quotient(Value x, Value y, Known known) {
        // x / -1 = -x
        if (Known.isFloating(y, -1)) {
            return new Op.Negate(x);
        }
        return signs(BinaryKind.DIV, x, y, known);
    }

    private static @Nullable Op signs(BinaryKind kind, Value x, Value y, Known known) {
        Value a = known.negated(x);
        Value b = known.negated(y);
        // -a * -b = a * b
        if (a != null && b != null) {
            return new Op.Binary(kind, a, b);
        }
        // -a * c = a * -c
        Constant c = Known.negatedFloating(y);
        if (a != null && c != null) {
            return new Op.Binary(kind, a, c);
        }
        c = Known.negatedFloating(x);
        return b != null && c != null ? new Op.Binary(kind, c, b) : null;
    }

    /** Returns a simpler operation that equals {@code -x}, or null. */
    static @Nullable Op simplerNegation(Value x, Known known) {
        if (known.definition(x) instanceof Op.Binary(BinaryKind kind, Value a, Value b)
                && (kind == BinaryKind.MUL || kind == BinaryKind.DIV)) {
            // -(a * c) = a * -c
            Constant c = Known.negatedFloating(b);
            if (c != null) {
                return new Op.Binary(kind, a, c);
            }
            c = Known.negatedFloating(a);
            return c != null ? new Op.Binary(kind, c, b) : null;
        }
        return null;
    }
}
