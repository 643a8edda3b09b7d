package dev.fluxion.backend.cpu.emit;

import dev.fluxion.backend.cpu.schedule.Schedule;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Emits conditional jumps; a comparison that is only jumped on is one instruction, or two for long and floating ones.
 *
 * <p>{@code x < y} and {@code x <= y} are false for NaN, whichever way the jump goes: {@code dcmpg} makes a NaN
 * "greater", so that {@code iflt} is not taken and its opposite {@code ifge} is. {@code >} and {@code >=} use {@code
 * dcmpl} likewise.
 */
final class Conditions {

    private final Code code;
    private final Schedule schedule;
    private final Expressions expressions;

    Conditions(Code code, Schedule schedule, Expressions expressions) {
        this.code = code;
        this.schedule = schedule;
        this.expressions = expressions;
    }

    /** Jumps if {@code condition != 0} is {@code when}. */
    void jump(Value condition, boolean when, Label target) {
        Statement inPlace = schedule.inPlaceOf(condition);
        if (inPlace != null && inPlace.op() instanceof Op.Compare compare) {
            jump(compare, when, target);
        } else {
            int height = code.height();
            expressions.push(condition);
            code.cut(height);
            code.jump(when ? Opcodes.IFNE : Opcodes.IFEQ, target);
        }
    }

    /** Jumps if the comparison's outcome is {@code when}. */
    void jump(Op.Compare compare, boolean when, Label target) {
        Type type = compare.x().type();
        int height = code.height();
        if (type == PrimitiveType.I32) {
            jumpOnInts(compare.kind(), compare.x(), compare.y(), when, target, height);
        } else if (type.isReference()) {
            jumpOnReferences(compare, when, target, height);
        } else {
            expressions.push(compare.x());
            expressions.push(compare.y());
            code.cut(height);
            boolean less = compare.kind() == CompareKind.LT || compare.kind() == CompareKind.LE;
            code.insn(Arithmetic.threeWayOpcode(type, less ? 1 : -1));
            code.jump(againstZero(sense(compare.kind(), when)), target);
        }
    }

    private void jumpOnInts(CompareKind kind, Value x, Value y, boolean when, Label target, int height) {
        if (isZero(x) && !isZero(y)) {
            jumpOnInts(kind.swapped(), y, x, when, target, height);
            return;
        }
        expressions.push(x);
        if (isZero(y)) {
            code.cut(height);
            code.jump(againstZero(sense(kind, when)), target);
        } else {
            expressions.push(y);
            code.cut(height);
            code.jump(ofTwoInts(sense(kind, when)), target);
        }
    }

    private void jumpOnReferences(Op.Compare compare, boolean when, Label target, int height) {
        boolean equal = (compare.kind() == CompareKind.EQ) == when;
        boolean nullFirst = compare.x() instanceof Constant.NullConstant;
        if (nullFirst || compare.y() instanceof Constant.NullConstant) {
            expressions.push(nullFirst ? compare.y() : compare.x());
            code.cut(height);
            code.jump(equal ? Opcodes.IFNULL : Opcodes.IFNONNULL, target);
        } else {
            expressions.push(compare.x());
            expressions.push(compare.y());
            code.cut(height);
            code.jump(equal ? Opcodes.IF_ACMPEQ : Opcodes.IF_ACMPNE, target);
        }
    }

    private static CompareKind sense(CompareKind kind, boolean when) {
        return when ? kind : kind.negated();
    }

    private static boolean isZero(Value value) {
        return value instanceof Constant.IntConstant(int number) && number == 0;
    }

    private static int againstZero(CompareKind kind) {
        return switch (kind) {
            case EQ -> Opcodes.IFEQ;
            case NE -> Opcodes.IFNE;
            case LT -> Opcodes.IFLT;
            case LE -> Opcodes.IFLE;
            case GT -> Opcodes.IFGT;
            case GE -> Opcodes.IFGE;
        };
    }

    private static int ofTwoInts(CompareKind kind) {
        return switch (kind) {
            case EQ -> Opcodes.IF_ICMPEQ;
            case NE -> Opcodes.IF_ICMPNE;
            case LT -> Opcodes.IF_ICMPLT;
            case LE -> Opcodes.IF_ICMPLE;
            case GT -> Opcodes.IF_ICMPGT;
            case GE -> Opcodes.IF_ICMPGE;
        };
    }
}
