package dev.fluxion.transform.bits;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.runtime.Bits;

import java.util.function.Predicate;

/** How the result of an operation on whole numbers moves with those operands that move. */
enum Motion {
    /** Not at all: a step function, or a truth value. */
    NONE,
    /** As the sum of the operands. */
    SUM,
    /** As the first less the second. */
    DIFFERENCE,
    /** As the negative of its operand. */
    NEGATIVE,
    /** As its first operand times two to the second. */
    LEFT,
    /** As its first operand divided by two to the second, unless that leaves a step function. */
    RIGHT,
    /** As one of the operands after the condition. */
    CHOICE,
    /** In a way that is not followed. */
    UNKNOWN;

    static Motion of(Op op, Predicate<Value> moves, int leastDigits) {
        return switch (op) {
            case Op.Negate negate -> NEGATIVE;
            case Op.Binary binary -> of(binary, moves, leastDigits);
            case Op.Convert convert ->
                    convert.to() == PrimitiveType.I32 || convert.to() == PrimitiveType.I64 ? SUM : UNKNOWN;
            case Op.Select select -> moves.test(select.x()) || moves.test(select.y()) ? CHOICE : NONE;
            case Op.Compare _, Op.ThreeWay _ -> NONE;
            case Op.Invoke call when call.method().returnType() == PrimitiveType.BOOL -> NONE;
            default -> UNKNOWN;
        };
    }

    private static Motion of(Op.Binary binary, Predicate<Value> moves, int leastDigits) {
        return switch (binary.kind()) {
            case ADD -> SUM;
            case SUB -> DIFFERENCE;
            case AND -> masked(binary, moves, leastDigits);
            case OR, XOR -> joined(binary, moves);
            case SHL -> moves.test(binary.y()) ? UNKNOWN : LEFT;
            case SHR, USHR -> moves.test(binary.y()) ? UNKNOWN : right(binary);
            case MUL, DIV, REM -> UNKNOWN;
        };
    }

    private static Motion masked(Op.Binary and, Predicate<Value> moves, int leastDigits) {
        boolean first = moves.test(and.x());
        Long mask = Taint.constant(first ? and.y() : and.x());
        if (mask == null) {
            return UNKNOWN;
        }
        int dropped = Long.numberOfTrailingZeros(mask);
        if (Bits.isStep(dropped)) {
            return NONE;
        }
        return Long.numberOfTrailingZeros(~(mask >> dropped)) >= leastDigits ? SUM : UNKNOWN;
    }

    /** Turning the last few bits, as for the next number, is no more than rounding. */
    private static boolean isRounding(long bits) {
        return !Bits.isStep(Long.SIZE - Long.numberOfLeadingZeros(bits));
    }

    private static Motion right(Op.Binary shift) {
        Long distance = Taint.constant(shift.y());
        return distance != null && Bits.right(distance.intValue()) == 0 ? NONE : RIGHT;
    }

    /** Joining bits is adding where no bit is in both: a sign, an exponent, the other half of a number. */
    private static Motion joined(Op.Binary join, Predicate<Value> moves) {
        if (moves.test(join.x()) && moves.test(join.y())) {
            return join.kind() == BinaryKind.OR ? SUM : UNKNOWN;
        }
        Long other = Taint.constant(moves.test(join.x()) ? join.y() : join.x());
        return other == null || (other & 1) == 0 || isRounding(other) ? SUM : UNKNOWN;
    }
}
