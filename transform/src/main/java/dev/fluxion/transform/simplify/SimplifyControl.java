package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.List;

/**
 * Straightens control flow: decides branches on constants, drops unreachable blocks and handlers of blocks that do not
 * throw, and joins a block to the only one that leads to it.
 *
 * <pre>
 *     ^a: branch 1, ^b(%x), ^c                ^a: %z = add %x, %x
 *     ^b(%y): %z = add %y, %y            =>       return %z
 *             return %z
 *     ^c: return 0.0
 * </pre>
 */
@SuppressWarnings("ReferenceEquality") // the very same terminator is no change
public record SimplifyControl() implements Pass {

    @Override
    public String name() {
        return "simplify-control";
    }

    @Override
    public Function apply(Function function) {
        Function decided = decide(function);
        return merge(Cfg.withoutUnreachableBlocks(decided));
    }

    private static Function decide(Function function) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            Terminator end = decided(block.terminator());
            Block current = end == block.terminator() ? block : block.withTerminator(end);
            if (!current.handlers().isEmpty() && !mayThrow(current)) {
                current = Edge.withHandlers(current, List.of());
            }
            draft.put(current);
        }
        return draft.build();
    }

    /** Returns a terminator that goes the same ways with fewer questions. */
    private static Terminator decided(Terminator terminator) {
        return switch (terminator) {
            case Terminator.Branch(Constant condition, Successor then, Successor otherwise) ->
                    new Terminator.Jump(Known.isInteger(condition, 0) ? otherwise : then);
            case Terminator.Branch(Value condition, Successor then, Successor otherwise) when then.equals(otherwise) ->
                    new Terminator.Jump(then);
            case Terminator.Switch choice -> decided(choice);
            case Terminator.Branch _, Terminator.Jump _, Terminator.Return _ -> terminator;
            case Terminator.Throw _, Terminator.Unreachable _ -> terminator;
        };
    }

    private static Terminator decided(Terminator.Switch choice) {
        if (choice.selector() instanceof Constant.IntConstant(int selector)) {
            for (Terminator.Case arm : choice.cases()) {
                if (arm.key() == selector) {
                    return new Terminator.Jump(arm.target());
                }
            }
            return new Terminator.Jump(choice.otherwise());
        }
        List<Terminator.Case> different = new ArrayList<>();
        for (Terminator.Case arm : choice.cases()) {
            if (!arm.target().equals(choice.otherwise())) {
                different.add(arm);
            }
        }
        if (different.isEmpty()) {
            return new Terminator.Jump(choice.otherwise());
        }
        return different.size() == choice.cases().size()
                ? choice
                : new Terminator.Switch(choice.selector(), different, choice.otherwise());
    }

    private static boolean mayThrow(Block block) {
        if (block.terminator() instanceof Terminator.Throw) {
            return true;
        }
        for (Statement statement : block.statements()) {
            if (Effects.mayThrow(statement.op())) {
                return true;
            }
        }
        return false;
    }

    /** Joins chains of blocks that are always run one after the other. */
    private static Function merge(Function function) {
        Draft draft = new Draft(function);
        Incoming entering = Incoming.of(function.blocks());
        for (Block start : function.blocks()) {
            if (!draft.has(start.label())) {
                continue;
            }
            Block block = draft.block(start.label());
            while (block.terminator() instanceof Terminator.Jump(Successor edge)
                    && entering.to(edge.target()).size() == 1
                    && !edge.target().equals(block.label())) {
                Block next = draft.block(edge.target());
                if (!canJoin(block, next)) {
                    break;
                }
                for (int i = 0; i < next.parameters().size(); i++) {
                    draft.replace(next.parameters().get(i), edge.arguments().get(i));
                }
                draft.remove(next.label());
                block = joined(block, next);
                draft.put(block);
            }
        }
        return draft.build();
    }

    /** Returns whether the handlers of one block may protect both. */
    private static boolean canJoin(Block first, Block second) {
        if (second.handlers().isEmpty()) {
            return first.handlers().isEmpty() || !mayThrow(second) && !usesTape(second);
        }
        if (first.handlers().isEmpty()) {
            // what the statements define must stay known to the handlers
            return first.statements().isEmpty() && isPassedBefore(second);
        }
        return first.handlers().equals(second.handlers()) && isPassedBefore(second);
    }

    /** What is remembered must not be half done where an error of the JVM at its limits is caught. */
    private static boolean usesTape(Block block) {
        for (Statement statement : block.statements()) {
            if (statement.op() instanceof Op.TapePush || statement.op() instanceof Op.TapePop) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the handlers are passed nothing that is a parameter, which after joining may come too late. */
    private static boolean isPassedBefore(Block block) {
        for (Handler handler : block.handlers()) {
            for (Value value : handler.arguments()) {
                if (value instanceof Variable variable && block.parameters().contains(variable)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Block joined(Block first, Block second) {
        List<Statement> statements = new ArrayList<>(first.statements());
        statements.addAll(second.statements());
        return new Block(
                first.label(),
                first.parameters(),
                statements,
                second.terminator(),
                second.position(),
                first.handlers().isEmpty() ? second.handlers() : first.handlers());
    }
}
