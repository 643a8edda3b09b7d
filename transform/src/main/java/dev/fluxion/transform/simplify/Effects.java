package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.MayThrow;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.op.Pure;
import dev.fluxion.ir.op.Reads;
import dev.fluxion.ir.op.Writes;

/** What operations do besides computing results: the traits, sharpened by what is known of the operands. */
public final class Effects {

    private Effects() {}

    /** Returns whether the operation depends on its operands only, has no effect, and never throws. */
    static boolean isPure(Op op) {
        return op instanceof Pure || PureMethods.isPure(op) || op instanceof Op.IntegerDivide && !mayThrow(op);
    }

    /**
     * Returns whether nobody misses the operation where its results are not used. An allocation is not missed; memory
     * that does not run out is no effect, and neither is the linking of a lambda.
     */
    static boolean isDroppable(Op op) {
        return isPure(op)
                || op instanceof Op.MakeClosure
                || op instanceof Op.TapeTop
                || ShadowTable.isLookup(op)
                || !(op instanceof Writes) && !mayThrow(op);
    }

    /** Returns whether the operation may complete by throwing. */
    public static boolean mayThrow(Op op) {
        return switch (op) {
            case Op.IntegerDivide divide -> !isNonZero(divide.y());
            case Op.NewArray created -> !areLengths(created);
            case Op.CheckCast cast -> !(cast.object() instanceof Constant.NullConstant);
            case Op.Invoke invoke -> !PureMethods.isPure(invoke) && !ShadowTable.isLookup(invoke);
            case Op.Negate _, Op.Binary _, Op.Compare _, Op.ThreeWay _, Op.Convert _, Op.Select _, Op.InstanceOf _ ->
                    false;
            case Op.ArrayLoad _, Op.ArrayStore _, Op.ArrayLength _, Op.GetField _, Op.PutField _ -> true;
            case Op.GetStatic _, Op.PutStatic _, Op.New _, Op.Monitor _ -> true;
            case Op.InvokeDynamic _, Op.MakeClosure _, Op.Call _ -> true;
            case Op.TapePush _, Op.TapePop _, Op.TapeRelease _, Op.TapeTop _ -> op instanceof MayThrow;
            case Op.TapeReserve _ -> true;
        };
    }

    /** Returns whether memory may differ after the operation. */
    static boolean writes(Op op) {
        return op instanceof Writes && !PureMethods.isRepeatable(op) && !ShadowTable.isLookup(op);
    }

    /** Returns whether the result depends on memory. */
    static boolean reads(Op op) {
        return op instanceof Reads && !PureMethods.isRepeatable(op);
    }

    private static boolean isNonZero(Value divisor) {
        return divisor instanceof Constant && !Known.isInteger(divisor, 0);
    }

    private static boolean areLengths(Op.NewArray created) {
        for (Value length : created.lengths()) {
            if (!(length instanceof Constant.IntConstant(int constant)) || constant < 0) {
                return false;
            }
        }
        return true;
    }
}
