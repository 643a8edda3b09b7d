package dev.fluxion.transform.range;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Arrays of arrays that a function makes in one go, and of which it only ever reads elements and the length: no two
 * elements are the same array.
 */
final class Matrices {
    private final Definitions definitions;
    private final Set<Variable> distinct = new HashSet<>();

    Matrices(Cfg cfg, Definitions definitions) {
        this.definitions = definitions;
        for (Block block : cfg.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.NewArray array && array.lengths().size() > 1) {
                    distinct.add(statement.result());
                }
            }
        }
        for (Block block : distinct.isEmpty() ? List.<Block>of() : cfg.blocks()) {
            for (Statement statement : block.statements()) {
                boolean isRead = statement.op() instanceof Op.ArrayLoad || statement.op() instanceof Op.ArrayLength;
                if (!isRead) {
                    distinct.removeAll(statement.op().operands());
                }
            }
            distinct.removeAll(block.terminator().operands());
            block.handlers().forEach(handler -> distinct.removeAll(handler.arguments()));
        }
    }

    /** Returns the load of a row if no other row of the same matrix is the same array, else null. */
    Op.@Nullable ArrayLoad row(Value array) {
        return array instanceof Variable variable
                        && definitions.op(variable) instanceof Op.ArrayLoad load
                        && load.array() instanceof Variable matrix
                        && distinct.contains(matrix)
                ? load
                : null;
    }
}
