package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops the functional objects whose only use has become a call. */
record UnusedFunctions() implements Pass {

    @Override
    public String name() {
        return "unused-functions";
    }

    @Override
    public Function apply(Function function) {
        Set<Value> used = new HashSet<>();
        Set<Value> made = new HashSet<>();
        for (Block block : function.blocks()) {
            used.addAll(block.terminator().operands());
            block.handlers().forEach(handler -> used.addAll(handler.arguments()));
            block.statements().forEach(statement -> used.addAll(statement.op().operands()));
        }
        boolean any = false;
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Statement> kept = new ArrayList<>();
            for (Statement statement : block.statements()) {
                boolean makesFunction =
                        statement.op() instanceof Op.MakeClosure
                                || statement.op() instanceof Op.CheckCast cast && made.contains(cast.object());
                if (makesFunction && !used.contains(statement.result())) {
                    any = true;
                    continue;
                }
                if (makesFunction) {
                    made.add(statement.result());
                }
                kept.add(statement);
            }
            blocks.add(block.withStatements(kept));
        }
        return any ? apply(function.withBlocks(blocks)) : function;
    }
}
