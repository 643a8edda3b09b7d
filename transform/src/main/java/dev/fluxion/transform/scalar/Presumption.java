package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.transform.Draft;

import java.util.ArrayList;
import java.util.List;

/**
 * A note in a function on trial that a value is an object of an exact class: presumed so that a method could be
 * inlined, to be confirmed or not by what the inlined code returns.
 *
 * <pre>
 *     ^loop(%r): %s = invoke special Dual.times (%r, %x)       is %r a Dual? Yes, if times returns one
 *                jump ^loop(%s)
 * </pre>
 */
final class Presumption {

    private static final String OWNER = "<exactly>";

    private Presumption() {}

    /** Returns the note. */
    static Op of(Value value, String type) {
        return new Op.Invoke(
                InvokeKind.STATIC, new MethodRef(OWNER, type, "(Ljava/lang/Object;)V", false), List.of(value));
    }

    private static boolean is(Op op) {
        return op instanceof Op.Invoke invoke && invoke.method().owner().equals(OWNER);
    }

    /** Returns whether all that was presumed in the function is so. */
    static boolean isConfirmed(Function function, Aliases aliases) {
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.Invoke invoke && is(invoke)) {
                    Aliases.Named object = aliases.of(invoke.arguments().getFirst());
                    if (object == null || !object.type().name().equals(invoke.method().name())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Returns the function without notes. */
    static Function removed(Function function) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            List<Statement> kept = new ArrayList<>();
            for (Statement statement : block.statements()) {
                if (!is(statement.op())) {
                    kept.add(statement);
                }
            }
            if (kept.size() < block.statements().size()) {
                draft.put(block.withStatements(kept));
            }
        }
        return draft.build();
    }
}
