package dev.fluxion.backend.cpu.schedule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import java.util.List;

/** How often each variable of a function is used, edge and handler arguments included. */
public final class UseCounts {

    private final int[] counts;

    private UseCounts(int[] counts) {
        this.counts = counts;
    }

    static UseCounts of(Function function) {
        UseCounts uses = new UseCounts(new int[variableBound(function)]);
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                uses.count(statement.op().operands());
            }
            uses.count(block.terminator().operands());
            for (Handler handler : block.handlers()) {
                uses.count(handler.arguments());
            }
        }
        return uses;
    }

    /** Returns a number above those of all variables that the function defines. */
    public static int variableBound(Function function) {
        int bound = 0;
        for (Block block : function.blocks()) {
            for (Variable parameter : block.parameters()) {
                bound = Math.max(bound, parameter.id() + 1);
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    bound = Math.max(bound, result.id() + 1);
                }
            }
        }
        return bound;
    }

    /** Returns how often the variable is used. */
    public int of(Variable variable) {
        return counts[variable.id()];
    }

    private void count(List<Value> values) {
        for (Value value : values) {
            if (value instanceof Variable variable) {
                counts[variable.id()]++;
            }
        }
    }
}
