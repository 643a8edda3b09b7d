package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.transform.activity.Arrays;
import dev.fluxion.transform.activity.Footprint;

/**
 * Whether what was read from memory in the forward sweep can be read again in the reverse sweep: nothing has been
 * stored there in between. The reverse of a function in split form runs after its caller has gone on, so that there
 * nobody in the whole program may store, unless the memory is the function's own.
 */
final class Reloading {
    private final Arrays arrays;
    private final boolean fused;
    private final FunctionAdjoint.Session session;

    Reloading(Arrays arrays, boolean fused, FunctionAdjoint.Session session) {
        this.arrays = arrays;
        this.fused = fused;
        this.session = session;
    }

    boolean isSafe(Op.ArrayLoad load) {
        boolean isSeen = fused || arrays.isPrivate(load.array());
        return !arrays.mayBeWritten(load) && (isSeen || !program().mayStore(load.element()));
    }

    boolean isSafe(FieldRef field) {
        return !program().mayStore(session.field(field));
    }

    private Footprint program() {
        return session.program();
    }
}
