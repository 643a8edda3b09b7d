package dev.fluxion.transform.normalize;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets a function have one way out.
 *
 * <pre>
 *     ^a: return %x          ^a: jump ^return(%x)
 *     ^b: return 1.0    =>   ^b: jump ^return(1.0)
 *                            ^return(%result: f64): return %result
 * </pre>
 *
 * <p>Postcondition: at most one block ends in {@link Terminator.Return}, none where the function only throws or loops.
 */
public record MergeReturns() implements Pass {

    @Override
    public String name() {
        return "merge-returns";
    }

    @Override
    public Function apply(Function function) {
        List<Block> leaving = new ArrayList<>();
        for (Block block : function.blocks()) {
            if (block.terminator() instanceof Terminator.Return) {
                leaving.add(block);
            }
        }
        if (leaving.size() < 2) {
            return function;
        }
        Draft draft = new Draft(function);
        Label exit = draft.newLabel("return");
        List<Variable> results = new ArrayList<>();
        for (Type type : function.resultTypes()) {
            results.add(draft.newVariable(type, "result"));
        }
        for (Block block : leaving) {
            List<Value> values = ((Terminator.Return) block.terminator()).values();
            draft.put(block.withTerminator(new Terminator.Jump(new Successor(exit, values))));
        }
        draft.put(
                new Block(
                        exit,
                        results,
                        List.of(),
                        new Terminator.Return(List.copyOf(results)),
                        leaving.getLast().position(),
                        List.of()));
        return draft.build();
    }
}
