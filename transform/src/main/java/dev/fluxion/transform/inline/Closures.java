package dev.fluxion.transform.inline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ReferenceType;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** Finds out which code a call through a functional interface runs, where the function itself made the object. */
final class Closures {

    private final Map<Variable, Op> definitions = new HashMap<>();

    /** Notes the definitions in a block. */
    void note(Block block) {
        for (Statement statement : block.statements()) {
            if (statement.op() instanceof Op.MakeClosure
                    || statement.op() instanceof Op.CheckCast
                    || statement.op() instanceof Op.New) {
                definitions.put(statement.result(), statement.op());
            }
        }
    }

    /** Returns how the value was made if it is a lambda or method reference, else null. */
    Op.@Nullable MakeClosure closure(Value value) {
        Value current = value;
        while (current instanceof Variable variable) {
            Op op = definitions.get(variable);
            if (op instanceof Op.MakeClosure closure) {
                return closure;
            }
            if (!(op instanceof Op.CheckCast(ReferenceType type, Value object))) {
                return null;
            }
            current = object;
        }
        return null;
    }

    /** Returns whether the value cannot be null. */
    boolean isNonNull(Value value) {
        return value instanceof Variable variable && definitions.get(variable) instanceof Op.New
                || closure(value) != null;
    }
}
