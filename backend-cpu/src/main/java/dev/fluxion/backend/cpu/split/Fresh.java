package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;

/**
 * Numbers that a function does not use yet.
 *
 * @param variable of variables, from this one on
 * @param label of labels, from this one on
 */
record Fresh(int variable, int label) {

    /** Looks at all of a function. */
    static Fresh in(Function function) {
        int variable = 0;
        int label = 0;
        for (Block block : function.blocks()) {
            label = Math.max(label, block.label().id() + 1);
            for (Variable parameter : block.parameters()) {
                variable = Math.max(variable, parameter.id() + 1);
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    variable = Math.max(variable, result.id() + 1);
                }
            }
        }
        return new Fresh(variable, label);
    }
}
