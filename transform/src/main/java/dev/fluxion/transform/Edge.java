package dev.fluxion.transform;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * An edge of the control flow graph, by place: the block it leaves and which of its edges it is, first those of the
 * terminator, then the exceptional ones.
 *
 * @param from the block that the edge leaves
 * @param index its number among the terminator's successors or, for an exceptional edge, among the handlers
 * @param exceptional whether it is taken by an exception
 * @param target the block that it enters
 * @param arguments what it passes; for an exceptional edge without the exception itself
 */
public record Edge(Label from, int index, boolean exceptional, Label target, List<Value> arguments) {

    /** Returns the edges that leave a block, in order. */
    public static List<Edge> leaving(Block block) {
        List<Edge> edges = new ArrayList<>();
        int index = 0;
        for (Successor successor : block.terminator().successors()) {
            edges.add(new Edge(block.label(), index++, false, successor.target(), successor.arguments()));
        }
        index = 0;
        for (Handler handler : block.handlers()) {
            edges.add(new Edge(block.label(), index++, true, handler.target(), handler.arguments()));
        }
        return edges;
    }

    /** Lets this edge go elsewhere, with other arguments. */
    public void redirect(Draft draft, Label target, List<Value> arguments) {
        Block block = draft.block(from);
        if (!exceptional) {
            draft.put(block.withTerminator(withSuccessor(block.terminator(), index, new Successor(target, arguments))));
            return;
        }
        List<Handler> handlers = new ArrayList<>(block.handlers());
        handlers.set(index, new Handler(handlers.get(index).type(), target, arguments));
        draft.put(withHandlers(block, handlers));
    }

    /** Lets this edge pass one more argument, after the others that it passes in {@code draft}. */
    public void append(Draft draft, Value argument) {
        Edge now = leaving(draft.block(from)).get(exceptional ? ordinaryCount(draft) + index : index);
        List<Value> all = new ArrayList<>(now.arguments);
        all.add(argument);
        redirect(draft, now.target, all);
    }

    private int ordinaryCount(Draft draft) {
        return draft.block(from).terminator().successors().size();
    }

    /** Returns the block with other handlers. */
    public static Block withHandlers(Block block, List<Handler> handlers) {
        return new Block(
                block.label(), block.parameters(), block.statements(), block.terminator(), block.position(), handlers);
    }

    /** Returns the terminator with one of its edges replaced. */
    public static Terminator withSuccessor(Terminator terminator, int index, Successor edge) {
        return switch (terminator) {
            case Terminator.Jump jump -> new Terminator.Jump(edge);
            case Terminator.Branch(Value condition, Successor then, Successor otherwise) ->
                    index == 0
                            ? new Terminator.Branch(condition, edge, otherwise)
                            : new Terminator.Branch(condition, then, edge);
            case Terminator.Switch(Value selector, List<Terminator.Case> cases, Successor otherwise) -> {
                if (index == cases.size()) {
                    yield new Terminator.Switch(selector, cases, edge);
                }
                List<Terminator.Case> others = new ArrayList<>(cases);
                others.set(index, new Terminator.Case(cases.get(index).key(), edge));
                yield new Terminator.Switch(selector, others, otherwise);
            }
            case Terminator.Return leave -> throw new IllegalArgumentException("a return has no edge " + index);
            case Terminator.Throw raise -> throw new IllegalArgumentException("a throw has no edge " + index);
            case Terminator.Unreachable never -> throw new IllegalArgumentException("no edge " + index);
        };
    }
}
