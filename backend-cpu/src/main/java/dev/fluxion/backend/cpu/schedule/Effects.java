package dev.fluxion.backend.cpu.schedule;

import dev.fluxion.ir.op.MayThrow;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.op.Reads;
import dev.fluxion.ir.op.Writes;

/** Which operations may change places. */
final class Effects {

    private Effects() {}

    /** Returns whether the result and everything seen from outside stay the same when the two change places. */
    static boolean commute(Op x, Op y) {
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
        return !(op instanceof Writes) && !(op instanceof MayThrow) && !(op instanceof Reads);
    }
}
