package dev.fluxion.transform.normalize;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;

import java.util.ArrayList;
import java.util.List;

/** Puts new blocks on edges. */
final class EdgeSplitter {

    private EdgeSplitter() {}

    /**
     * Lets an edge go through a block of its own, which only jumps on.
     *
     * <pre>
     *     ^a: ... ^c(%x)          ^a: ... ^split
     *                        =>   ^split: jump ^c(%x)
     *
     *     ^a handler E ^h(%x)     ^a handler E ^split(%x)
     *                        =>   ^split(%e, %x2): jump ^h(%e, %x2)
     * </pre>
     *
     * @return the new block's label
     */
    static Label split(Draft draft, Edge edge, String name) {
        Label middle = draft.newLabel(name);
        Block from = draft.block(edge.from());
        Block target = draft.block(edge.target());
        if (!edge.exceptional()) {
            edge.redirect(draft, middle, List.of());
            draft.put(
                    new Block(
                            middle,
                            List.of(),
                            List.of(),
                            new Terminator.Jump(new Successor(edge.target(), edge.arguments())),
                            from.position(),
                            List.of()));
            return middle;
        }
        List<Variable> parameters = new ArrayList<>();
        for (Variable parameter : target.parameters()) {
            parameters.add(draft.newVariable(parameter));
        }
        edge.redirect(draft, middle, edge.arguments());
        draft.put(
                new Block(
                        middle,
                        parameters,
                        List.of(),
                        new Terminator.Jump(new Successor(edge.target(), List.copyOf(parameters))),
                        target.position(),
                        List.of()));
        return middle;
    }

    /**
     * Lets several edges to one block meet in a block before it, which only jumps on.
     *
     * <pre>
     *     ^a: ... ^c(%x)          ^a: ... ^merge(%x)
     *     ^b: ... ^c(%y)     =>   ^b: ... ^merge(%y)
     *                             ^merge(%z): jump ^c(%z)
     * </pre>
     *
     * <p>An exceptional edge among them passes the exception as the first parameter, so the edges must be all
     * exceptional or all ordinary.
     *
     * @return the new block's label
     */
    static Label merge(Draft draft, List<Edge> edges, String name) {
        Label middle = draft.newLabel(name);
        Block target = draft.block(edges.getFirst().target());
        List<Variable> parameters = new ArrayList<>();
        for (Variable parameter : target.parameters()) {
            parameters.add(draft.newVariable(parameter));
        }
        for (Edge edge : edges) {
            edge.redirect(draft, middle, edge.arguments());
        }
        draft.put(
                new Block(
                        middle,
                        parameters,
                        List.of(),
                        new Terminator.Jump(new Successor(target.label(), List.<Value>copyOf(parameters))),
                        target.position(),
                        List.of()));
        return middle;
    }
}
