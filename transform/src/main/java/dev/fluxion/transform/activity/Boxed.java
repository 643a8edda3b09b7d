package dev.fluxion.transform.activity;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.type.PrimitiveType;

/** A box of a floating number, as an object with one field. */
public final class Boxed {

    private Boxed() {}

    /** Returns whether a call that boxes or unboxes is the one that boxes. */
    public static boolean isMade(Op.Invoke box) {
        return box.kind() == InvokeKind.STATIC;
    }

    /** Returns the field that the number is in. */
    public static FieldRef field(Op.Invoke box) {
        String owner = box.method().owner();
        return new FieldRef(owner, "value", owner.equals("java/lang/Float") ? PrimitiveType.F32 : PrimitiveType.F64);
    }
}
