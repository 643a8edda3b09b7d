package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.CountedLoop.Condition;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Under which conditions a tested induction variable passes its bound before it overflows.
 *
 * <p>Let {@code s > 0} be the step and {@code t} the tested value. While {@code t < bound} the next one is at most
 * {@code bound - 1 + s}, while {@code t <= bound} at most {@code bound + s}: they do not overflow if {@code bound <=
 * MAX - s + 1}, or {@code bound <= MAX - s}. The first tested value, if it is {@code init + s}, does not if {@code init
 * <= MAX - s}. For {@code s < 0} all is mirrored.
 */
final class Overflow {

    private final long least;
    private final long greatest;
    private final Definitions definitions;
    private final List<Condition> conditions = new ArrayList<>();
    private boolean impossible;

    private Overflow(Type type, Definitions definitions) {
        boolean isInt = type == PrimitiveType.I32;
        this.least = isInt ? Integer.MIN_VALUE : Long.MIN_VALUE;
        this.greatest = isInt ? Integer.MAX_VALUE : Long.MAX_VALUE;
        this.definitions = definitions;
    }

    /** Returns what must hold; null if the comparison does not bound the variable, or some condition never holds. */
    static @Nullable List<Condition> conditions(
            Induction induction, boolean testsNext, CompareKind kind, Value bound, Definitions definitions) {
        long step = induction.step();
        Overflow overflow = new Overflow(induction.variable().type(), definitions);
        switch (kind) {
            case NE -> {
                return step == 1 || step == -1 ? List.of() : null;
            }
            case EQ -> {
                return null;
            }
            case LT, LE -> {
                if (step < 0) {
                    return null;
                }
                overflow.atMost(bound, overflow.greatest - step + (kind == CompareKind.LT ? 1 : 0));
                if (testsNext) {
                    overflow.atMost(induction.init(), overflow.greatest - step);
                }
            }
            case GT, GE -> {
                if (step > 0 || step == Long.MIN_VALUE) {
                    return null;
                }
                overflow.atLeast(bound, overflow.least - step - (kind == CompareKind.GT ? 1 : 0));
                if (testsNext) {
                    overflow.atLeast(induction.init(), overflow.least - step);
                }
            }
        }
        return overflow.impossible ? null : overflow.conditions;
    }

    private void atMost(Value value, long max) {
        if (greatest(value) > max) {
            impossible |= value instanceof Constant;
            conditions.add(new Condition(value, least, max));
        }
    }

    private void atLeast(Value value, long min) {
        if (least(value) < min) {
            impossible |= value instanceof Constant;
            conditions.add(new Condition(value, min, greatest));
        }
    }

    private long greatest(Value value) {
        return switch (value) {
            case Constant.IntConstant(int c) -> c;
            case Constant.LongConstant(long c) -> c;
            case Variable variable when definitions.op(variable) instanceof Op.Convert(var to, var x) ->
                    switch (to) {
                        case BOOL -> 1;
                        case I8 -> Byte.MAX_VALUE;
                        case I16 -> Short.MAX_VALUE;
                        case CHAR -> Character.MAX_VALUE;
                        case I32, I64, F32, F64 -> greatest;
                    };
            case Value other -> greatest;
        };
    }

    private long least(Value value) {
        return switch (value) {
            case Constant.IntConstant(int c) -> c;
            case Constant.LongConstant(long c) -> c;
            case Variable variable when definitions.op(variable) instanceof Op.ArrayLength -> 0;
            case Variable variable when definitions.op(variable) instanceof Op.Convert(var to, var x) ->
                    switch (to) {
                        case BOOL, CHAR -> 0;
                        case I8 -> Byte.MIN_VALUE;
                        case I16 -> Short.MIN_VALUE;
                        case I32, I64, F32, F64 -> least;
                    };
            case Value other -> least;
        };
    }
}
