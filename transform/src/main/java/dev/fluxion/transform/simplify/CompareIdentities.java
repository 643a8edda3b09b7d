package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

/** Identities of comparisons and choices. */
final class CompareIdentities {

    private CompareIdentities() {}

    /** Returns a value that equals {@code x kind y}, or null. */
    static @Nullable Value value(CompareKind kind, Value x, Value y, Known known) {
        boolean floating = x.type().isFloating();
        if (x.equals(y) && (!floating || kind == CompareKind.LT || kind == CompareKind.GT)) {
            return Constant.of(ConstantFolding.holds(kind, 0));
        }
        // what is made here is not null
        if (y instanceof Constant.NullConstant && isMade(known.definition(x))) {
            return Constant.of(kind == CompareKind.NE);
        }
        // b != 0 = b, b == 1 = b
        if (known.isBoolean(x)
                && (kind == CompareKind.NE && Known.isInteger(y, 0)
                        || kind == CompareKind.EQ && Known.isInteger(y, 1))) {
            return x;
        }
        return of(kind, x, y, known) instanceof Chosen(Value condition, boolean first, boolean second)
                        && first
                        && !second
                        && known.isBoolean(condition)
                ? condition
                : null;
    }

    /** What a comparison of a constant with one of two constants gives, for the one and for the other. */
    private record Chosen(Value condition, boolean first, boolean second) {}

    /** Returns how {@code (condition ? 1 : 0) kind 0} depends on the condition, or null. */
    private static @Nullable Chosen of(CompareKind kind, Value x, Value y, Known known) {
        if (y instanceof Constant
                && known.definition(x) instanceof Op.Select(Value condition, Constant a, Constant b)
                && ConstantFolding.fold(new Op.Compare(kind, a, y)) instanceof Constant.IntConstant first
                && ConstantFolding.fold(new Op.Compare(kind, b, y)) instanceof Constant.IntConstant second) {
            return new Chosen(condition, first.value() != 0, second.value() != 0);
        }
        return null;
    }

    private static boolean isMade(@Nullable Op definition) {
        return definition instanceof Op.MakeClosure
                || definition instanceof Op.NewArray
                || definition instanceof Op.New;
    }

    /** Returns a simpler operation that equals {@code x kind y}, or null. */
    static @Nullable Op simpler(CompareKind kind, Value x, Value y, Known known) {
        if (x instanceof Constant && !(y instanceof Constant)) {
            return new Op.Compare(kind.swapped(), y, x);
        }
        if (of(kind, x, y, known) instanceof Chosen(Value condition, boolean first, boolean second)
                && first != second) {
            return new Op.Compare(first ? CompareKind.NE : CompareKind.EQ, condition, Constant.of(0));
        }
        Op left = known.definition(x);
        if (left instanceof Op.ThreeWay(int ifNan, Value a, Value b) && Known.isInteger(y, 0)) {
            return isOrdered(kind, ifNan, a) ? new Op.Compare(kind, a, b) : null;
        }
        boolean isNot =
                kind == CompareKind.EQ && Known.isInteger(y, 0) || kind == CompareKind.NE && Known.isInteger(y, 1);
        if (isNot && left instanceof Op.Compare(CompareKind inner, Value a, Value b)) {
            // (a < b) == 0 is a >= b, where there is no NaN
            return isNegatable(inner, a) ? new Op.Compare(inner.negated(), a, b) : canonical(kind, x);
        }
        return isNot && known.isBoolean(x) ? canonical(kind, x) : null;
    }

    /** {@code b != 1} is written {@code b == 0}. */
    private static @Nullable Op canonical(CompareKind kind, Value x) {
        return kind == CompareKind.NE ? new Op.Compare(CompareKind.EQ, x, Constant.of(0)) : null;
    }

    /** Returns whether {@code threeWay(a, b) kind 0} is {@code a kind b}, which is false for a NaN but for NE. */
    private static boolean isOrdered(CompareKind kind, int ifNan, Value a) {
        if (!a.type().isFloating()) {
            return true;
        }
        return switch (kind) {
            case EQ, NE -> true;
            case LT, LE -> ifNan > 0;
            case GT, GE -> ifNan < 0;
        };
    }

    /** Returns whether the negated predicate on operands like {@code x} is the opposite for NaN too. */
    static boolean isNegatable(CompareKind kind, Value x) {
        return !x.type().isFloating() || kind == CompareKind.EQ || kind == CompareKind.NE;
    }

    /** Returns a value that equals {@code condition != 0 ? x : y}, or null. */
    static @Nullable Value choice(Value condition, Value x, Value y, Known known) {
        if (condition instanceof Constant) {
            return Known.isInteger(condition, 0) ? y : x;
        }
        if (x.equals(y)) {
            return x;
        }
        return known.isBoolean(condition) && Known.isInteger(x, 1) && Known.isInteger(y, 0) && isI32(x)
                ? condition
                : null;
    }

    private static boolean isI32(Value value) {
        return value instanceof Constant.IntConstant;
    }

    /** Returns a simpler operation that equals {@code condition != 0 ? x : y}, or null. */
    static @Nullable Op simplerChoice(Value condition, Value x, Value y, Known known) {
        // (n != 0) ? 1 : 0 and b ? 0 : 1 are comparisons
        if (isI32(x) && Known.isInteger(x, 0) && Known.isInteger(y, 1)) {
            return new Op.Compare(CompareKind.EQ, condition, Constant.of(0));
        }
        if (isI32(x) && Known.isInteger(x, 1) && Known.isInteger(y, 0)) {
            return new Op.Compare(CompareKind.NE, condition, Constant.of(0));
        }
        // (n == 0) ? x : y = n ? y : x
        if (known.definition(condition) instanceof Op.Compare(CompareKind kind, Value a, Constant b)
                && b instanceof Constant.IntConstant(int zero)
                && zero == 0) {
            return switch (kind) {
                case EQ -> new Op.Select(a, y, x);
                case NE -> new Op.Select(a, x, y);
                case LT, LE, GT, GE -> null;
            };
        }
        return null;
    }
}
