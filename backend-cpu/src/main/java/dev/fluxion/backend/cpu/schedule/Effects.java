package dev.fluxion.backend.cpu.schedule;

import dev.fluxion.ir.op.MayThrow;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.op.Reads;
import dev.fluxion.ir.op.Writes;
import dev.fluxion.ir.symbol.InvokeKind;

import java.util.Set;

/** Which operations may change places. */
final class Effects {

    /**
     * Functions of the JDK's mathematics that only compute: the later they are called, the fewer values outlive calls.
     */
    private static final Set<String> MATHEMATICAL =
            Set.of(
                    "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
                    "log10", "log1p", "pow", "sqrt", "cbrt", "hypot", "abs", "max", "min", "signum");

    private Effects() {}

    /** Returns whether the result and everything seen from outside stay the same when the two change places. */
    static boolean commute(Op x, Op y) {
        if (isMathematical(x) || isMathematical(y)) {
            return true;
        }
        boolean xWrites = x instanceof Writes;
        boolean yWrites = y instanceof Writes;
        boolean xThrows = x instanceof MayThrow;
        boolean yThrows = y instanceof MayThrow;
        if (xWrites && (yWrites || yThrows || y instanceof Reads)) {
            return false;
        }
        if (yWrites && (xThrows || x instanceof Reads)) {
            return false;
        }
        return !(xThrows && yThrows);
    }

    /** Returns whether the operation only computes a value. */
    static boolean isPlain(Op op) {
        return !(op instanceof Writes) && !(op instanceof MayThrow) && !(op instanceof Reads) || isMathematical(op);
    }

    private static boolean isMathematical(Op op) {
        return op instanceof Op.Invoke(var kind, var method, var arguments)
                && kind == InvokeKind.STATIC
                && (method.owner().equals("java/lang/Math") || method.owner().equals("java/lang/StrictMath"))
                && MATHEMATICAL.contains(method.name());
    }
}
