package dev.fluxion.transform.normalize;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;

/**
 * Puts a block on each critical edge, so that there is a place for code that runs on just this edge.
 *
 * <pre>
 *     ^a: branch %c, ^b, ^join(%x)          ^a: branch %c, ^b, ^split
 *     ^b: jump ^join(%y)              =>    ^b: jump ^join(%y)
 *                                           ^split: jump ^join(%x)
 * </pre>
 *
 * <p>Postcondition: no ordinary edge leads from a block with several ordinary edges to a block that several edges
 * enter. Exceptional edges are left alone.
 */
public record SplitCriticalEdges() implements Pass {

    @Override
    public String name() {
        return "split-critical-edges";
    }

    @Override
    public Function apply(Function function) {
        Incoming entering = Incoming.of(function.blocks());
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            if (block.terminator().successors().size() < 2) {
                continue;
            }
            for (Edge edge : Edge.leaving(block)) {
                if (!edge.exceptional() && entering.to(edge.target()).size() > 1) {
                    EdgeSplitter.split(draft, edge, "split");
                }
            }
        }
        return draft.build();
    }
}
