package dev.fluxion.transform.normalize;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives every loop one way in, one way round, and a block of its own for each way out.
 *
 * <pre>
 *     ^a: branch %p, ^h(0), ^b              ^a: branch %p, ^split, ^b
 *                                           ^split: jump ^h(0)
 *     ^h(%i): branch %c, ^t, ^out           ^h(%i): branch %c, ^t, ^exit
 *     ^t: branch %d, ^h(%j), ^u       =>    ^t: branch %d, ^latch(%j), ^u
 *     ^u: branch %e, ^h(%k), ^out           ^u: branch %e, ^latch(%k), ^exit2
 *                                           ^latch(%l): jump ^h(%l)
 *                                           ^exit: jump ^out
 *                                           ^exit2: jump ^out
 * </pre>
 *
 * <p>Postconditions, for every natural loop: exactly one edge enters its header from outside and exactly one from
 * inside, and the blocks that these leave (the preheader and the latch) end in a {@link Terminator.Jump}; each edge out
 * of the loop, ordinary or exceptional, is the only one that enters its target. Unreachable blocks are gone. Cycles
 * that are no natural loops stay as they are.
 */
public record LoopSimplify() implements Pass {

    @Override
    public String name() {
        return "loop-simplify";
    }

    @Override
    public Function apply(Function function) {
        Function reachable = Cfg.withoutUnreachableBlocks(function);
        Function entered = oneEdgeToHeaders(reachable, false, "preheader");
        Function closed = oneEdgeToHeaders(entered, true, "latch");
        return exits(closed);
    }

    private static Loops loops(Function function) {
        return Loops.of(Dominators.of(Cfg.of(function)));
    }

    private static Function oneEdgeToHeaders(Function function, boolean fromInside, String name) {
        Draft draft = new Draft(function);
        Incoming entering = Incoming.of(function.blocks());
        for (Loop loop : loops(function).all()) {
            List<Edge> edges = new ArrayList<>();
            for (Edge edge : entering.to(loop.header())) {
                if (loop.contains(edge.from()) == fromInside) {
                    edges.add(edge.exceptional() ? ordinary(draft, edge) : edge);
                }
            }
            if (edges.size() > 1) {
                EdgeSplitter.merge(draft, edges, name);
            } else if (!(draft.block(edges.getFirst().from()).terminator() instanceof Terminator.Jump)) {
                EdgeSplitter.split(draft, edges.getFirst(), name);
            }
        }
        return draft.build();
    }

    /** Puts a block on an exceptional edge and returns the ordinary edge that leads on from there. */
    private static Edge ordinary(Draft draft, Edge edge) {
        Label middle = EdgeSplitter.split(draft, edge, "caught");
        List<Variable> passed = draft.block(middle).parameters();
        return new Edge(middle, 0, false, edge.target(), List.<Value>copyOf(passed));
    }

    private static Function exits(Function function) {
        Draft draft = new Draft(function);
        Incoming entering = Incoming.of(function.blocks());
        Set<Edge> shared = new LinkedHashSet<>();
        for (Loop loop : loops(function).all()) {
            for (Label label : loop.blocks()) {
                Block block = draft.block(label);
                for (Edge edge : Edge.leaving(block)) {
                    if (!loop.contains(edge.target()) && entering.to(edge.target()).size() > 1) {
                        shared.add(edge);
                    }
                }
            }
        }
        for (Edge edge : shared) {
            EdgeSplitter.split(draft, edge, "exit");
        }
        return draft.build();
    }
}
