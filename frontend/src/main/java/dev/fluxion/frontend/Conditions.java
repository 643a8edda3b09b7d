package dev.fluxion.frontend;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;

import org.objectweb.asm.Opcodes;

/**
 * When a conditional jump is taken. Compilers jump over what is written under a condition, so a jump forwards is read
 * as the opposite condition for going on, where there is one:
 *
 * <pre>{@code
 * iload i; iload n; if_icmpge L       br_if (lt i, n) next, L
 * dload x; dload y; dcmpg; ifge L     br_if (lt x, y) next, L        NaN goes to L
 * dload x; dload y; dcmpl; ifge L     br_if (ge x, y) L, next        NaN goes on
 * }</pre>
 */
final class Conditions {
    private static final CompareKind[] KINDS = {
        CompareKind.EQ, CompareKind.NE, CompareKind.LT, CompareKind.GE, CompareKind.GT, CompareKind.LE
    };

    private final Code code;
    private final Operands operands;

    /** A jump is taken when {@code value} is not zero ({@code ifTrue}), or when it is zero. */
    record Condition(Value value, boolean ifTrue) {}

    Conditions(Code code, Operands operands) {
        this.code = code;
        this.operands = operands;
    }

    /** Returns what {@code lcmp} to {@code dcmpg} give with a NaN operand; for {@code lcmp}, which has none, -1. */
    static int ifNan(int opcode) {
        return opcode == Opcodes.FCMPG || opcode == Opcodes.DCMPG ? 1 : -1;
    }

    /** Returns whether the instruction only prepares the conditional jump behind it, which ends the same stretch. */
    boolean isFused(int i, int end) {
        return Instructions.isThreeWay(code.opcode(i))
                && i + 1 == end - 1
                && Instructions.isZeroTest(code.opcode(i + 1));
    }

    /** Pops the operands of a conditional jump, and of the comparison before it if they are fused. */
    Condition pop(int i, int start) {
        int opcode = code.opcode(i);
        boolean forward = code.target(i) > i;
        if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
            CompareKind kind = opcode == Opcodes.IFNULL ? CompareKind.EQ : CompareKind.NE;
            return compare(kind, operands.pop(), new Constant.NullConstant(), forward);
        }
        if (opcode >= Opcodes.IF_ACMPEQ) {
            return compareTwo(KINDS[opcode - Opcodes.IF_ACMPEQ], forward);
        }
        if (opcode >= Opcodes.IF_ICMPEQ) {
            return compareTwo(KINDS[opcode - Opcodes.IF_ICMPEQ], forward);
        }
        CompareKind kind = KINDS[opcode - Opcodes.IFEQ];
        int before = i > start ? code.opcode(i - 1) : Opcodes.NOP;
        if (before == Opcodes.LCMP) {
            return compareTwo(kind, forward);
        }
        if (Instructions.isThreeWay(before)) {
            return floating(kind, ifNan(before), forward);
        }
        Value value = operands.pop();
        return switch (kind) {
            case EQ -> new Condition(value, false);
            case NE -> new Condition(value, true);
            case LT, LE, GT, GE -> compare(kind, value, Constant.of(0), forward);
        };
    }

    private Condition compareTwo(CompareKind kind, boolean negate) {
        Value y = operands.pop();
        return compare(kind, operands.pop(), y, negate);
    }

    private Condition compare(CompareKind kind, Value x, Value y, boolean negate) {
        CompareKind written = negate ? kind.negated() : kind;
        return new Condition(operands.add(new Op.Compare(written, x, y), ""), !negate);
    }

    /**
     * The jump tests a three-way result. Where NaN makes it jump, as the result is on that side of zero, it jumps
     * unless the opposite holds, since ordered comparisons with NaN are false.
     */
    private Condition floating(CompareKind kind, int ifNan, boolean forward) {
        return switch (kind) {
            case EQ, NE -> compareTwo(kind, forward);
            case LT, LE -> compareTwo(kind, ifNan < 0);
            case GT, GE -> compareTwo(kind, ifNan > 0);
        };
    }
}
