package dev.fluxion.transform.simplify;

import dev.fluxion.ir.op.Op;

/**
 * What calls of {@link dev.fluxion.runtime.Shadows} do: its methods that find read the table and nothing else, and
 * never throw; the others change the table and nothing else.
 */
final class ShadowTable {

    private static final String OWNER = "dev/fluxion/runtime/Shadows";

    private ShadowTable() {}

    /** Returns whether the operation looks something up. */
    static boolean isLookup(Op op) {
        return op instanceof Op.Invoke invoke
                && invoke.method().owner().equals(OWNER)
                && invoke.method().name().startsWith("find");
    }

    /** Returns whether the operation may add to a table. */
    static boolean isChange(Op op) {
        return op instanceof Op.Invoke invoke
                && invoke.method().owner().equals(OWNER)
                && !invoke.method().name().startsWith("find");
    }
}
