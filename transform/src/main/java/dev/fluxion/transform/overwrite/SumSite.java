package dev.fluxion.transform.overwrite;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The only place where a function uses an array: {@code array[index] += contribution}, in one block.
 *
 * @param block the block
 * @param load the statement that reads the element
 * @param add the one that adds to it
 * @param store the one that writes it back
 */
record SumSite(Label block, Statement load, Statement add, Statement store) {

    /** Returns the place, or null if the function uses the array in any other way or place. */
    static @Nullable SumSite of(Variable array, Function function) {
        List<Statement> uses = new ArrayList<>();
        Block at = null;
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op().operands().contains(array)) {
                    if (at != null && !at.label().equals(block.label())) {
                        return null;
                    }
                    at = block;
                    uses.add(statement);
                }
            }
            if (block.terminator().operands().contains(array)) {
                return null;
            }
        }
        if (at == null || uses.size() != 2) {
            return null;
        }
        Statement load = uses.get(0);
        Statement store = uses.get(1);
        if (!(load.op() instanceof Op.ArrayLoad(var element, var from, var index))
                || !(store.op() instanceof Op.ArrayStore(var stored, var to, var again, var value))
                || !to.equals(array)
                || !again.equals(index)
                || !(value instanceof Variable sum)
                || uses(load.result(), function) != 1
                || uses(sum, function) != 1) {
            return null;
        }
        for (Statement statement : at.statements()) {
            if (statement.results().contains(sum)
                    && statement.op() instanceof Op.Binary(var kind, var x, var y)
                    && kind == BinaryKind.ADD
                    && x.equals(load.result()) != y.equals(load.result())) {
                return new SumSite(at.label(), load, statement, store);
            }
        }
        return null;
    }

    private static int uses(Variable variable, Function function) {
        int uses = 0;
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                uses += count(variable, statement.op().operands());
            }
            uses += count(variable, block.terminator().operands());
        }
        return uses;
    }

    private static int count(Variable variable, List<Value> operands) {
        int count = 0;
        for (Value operand : operands) {
            count += operand.equals(variable) ? 1 : 0;
        }
        return count;
    }

    /** Returns which element. */
    Value index() {
        return load.op().operands().get(1);
    }

    /** Returns what is added. */
    Value contribution() {
        List<Value> operands = add.op().operands();
        return operands.get(0).equals(load.result()) ? operands.get(1) : operands.get(0);
    }
}
