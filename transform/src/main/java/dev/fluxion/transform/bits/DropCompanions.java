package dev.fluxion.transform.bits;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.List;

/** Takes out what {@link BitCompanions} has put in, once no further derivative will be taken: only the values count. */
public record DropCompanions() implements Pass {

    @Override
    public String name() {
        return "drop-bit-companions";
    }

    @Override
    public Function apply(Function function) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            List<Statement> kept = new ArrayList<>(block.statements().size());
            for (Statement statement : block.statements()) {
                Value plain = BitMethods.plain(statement.op());
                if (plain == null) {
                    kept.add(statement);
                } else {
                    draft.replace(statement.result(), plain);
                }
            }
            if (kept.size() < block.statements().size()) {
                draft.put(block.withStatements(kept));
            }
        }
        return draft.build();
    }
}
