package dev.fluxion.transform.shadow;

import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.SsaBuilder;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;

import java.util.List;

/**
 * Looks a shadow up only where its owner is not the one of the last time, as in the inner loop over a row of a matrix.
 *
 * <pre>
 *   if (row != last) { last = row; shadow = shadows.find(row); }
 * </pre>
 *
 * <p>Within one sweep the table has the same answer each time: only the forward sweep makes shadows, and makes each
 * once.
 */
public final class LastShadow {

    /** Slot of the owner of the last time. */
    private record Owner(Variable variable) {}

    /** Slot of its shadow. */
    private record Shadow(Variable variable) {}

    private LastShadow() {}

    /**
     * Emits the look-up; the open block may be another one afterwards.
     *
     * @param variable the variable of the primal that refers to the owner
     * @param owner its value here
     * @param lookUp gives the shadow
     */
    public static Value of(Variable variable, Value owner, Op lookUp, FunctionBuilder out, SsaBuilder slots) {
        Owner last = new Owner(variable);
        Shadow shadow = new Shadow(variable);
        Label look = out.label("look");
        Label go = out.label("found");
        Value isOther = out.add(new Op.Compare(CompareKind.NE, owner, slots.read(last, variable.type())));
        out.end(new Terminator.Branch(isOther, new Successor(look, List.of()), new Successor(go, List.of())));
        out.begin(look, List.of());
        slots.write(last, owner);
        slots.write(shadow, out.add(lookUp));
        out.jump(go);
        out.begin(go, List.of());
        return slots.read(shadow, ShadowCalls.shadowType(variable.type()));
    }

    /** Notes a shadow for {@link #again}. */
    public static void note(Variable variable, Value owner, Value shadow, SsaBuilder slots) {
        slots.write(new Owner(variable), owner);
        slots.write(new Shadow(variable), shadow);
    }

    /** Returns the shadow that was looked up last. */
    public static Value again(Variable variable, SsaBuilder slots) {
        return slots.read(new Shadow(variable), ShadowCalls.shadowType(variable.type()));
    }
}
