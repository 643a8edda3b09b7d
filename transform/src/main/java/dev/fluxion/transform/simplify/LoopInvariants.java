package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.normalize.LoopSimplify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes before a loop what is the same on each trip.
 *
 * <pre>
 *     ^p: jump ^h(0)                           ^p: %s = call Math.sin(%x); jump ^h(0)
 *     ^h(%i): ...                        =>    ^h(%i): ...
 *     ^b: %s = call Math.sin(%x); ...          ^b: ...
 * </pre>
 *
 * <p>Moved are pure operations, calls only from blocks that run on each trip, shadows that are looked up where the loop
 * makes none, and the length of an array where the loop's header asks for it before anything else can happen.
 * Comparisons stay beside the branches that use them.
 */
public record LoopInvariants() implements Pass {

    @Override
    public String name() {
        return "loop-invariants";
    }

    @Override
    public Function apply(Function function) {
        Function reachable = Cfg.withoutUnreachableBlocks(function);
        Draft trial = new Draft(reachable);
        if (!hoist(trial)) {
            return function;
        }
        Draft draft = new Draft(new LoopSimplify().apply(reachable));
        hoist(draft);
        return draft.build();
    }

    /** Returns whether anything was moved; loops without a preheader of their own get theirs in the trial only. */
    private static boolean hoist(Draft draft) {
        Dominators dominators = Dominators.of(Cfg.of(draft.original()));
        boolean moved = false;
        for (Loop loop : Loops.of(dominators).all().reversed()) {
            moved |= new Hoisting(draft, dominators, loop).run();
        }
        return moved;
    }

    private static final class Hoisting {

        private final Draft draft;
        private final Dominators dominators;
        private final Loop loop;
        private final Set<Variable> inside = new HashSet<>();
        private final List<Statement> hoisted = new ArrayList<>();
        private boolean keepsTable = true;

        Hoisting(Draft draft, Dominators dominators, Loop loop) {
            this.draft = draft;
            this.dominators = dominators;
            this.loop = loop;
        }

        boolean run() {
            for (Label label : loop.blocks()) {
                Block block = draft.block(label);
                inside.addAll(block.parameters());
                for (Statement statement : block.statements()) {
                    inside.addAll(statement.results());
                    keepsTable &= !mayChangeTable(statement.op());
                }
            }
            for (Label label : loop.blocks()) {
                thin(draft.block(label));
            }
            if (hoisted.isEmpty()) {
                return false;
            }
            for (Label from : dominators.cfg().predecessors(loop.header())) {
                if (!loop.contains(from)) {
                    Block preheader = draft.block(from);
                    List<Statement> statements = new ArrayList<>(preheader.statements());
                    statements.addAll(hoisted);
                    draft.put(preheader.withStatements(statements));
                }
            }
            return true;
        }

        private void thin(Block block) {
            boolean always = dominatesLatches(block.label());
            boolean first = block.label().equals(loop.header()) && block.handlers().isEmpty() && isEnteredUnprotected();
            List<Statement> kept = new ArrayList<>(block.statements().size());
            for (Statement statement : block.statements()) {
                if (isMovable(statement.op(), always, first) && isInvariant(statement.op())) {
                    hoisted.add(statement);
                    inside.removeAll(statement.results());
                } else {
                    kept.add(statement);
                    first &= !Effects.mayThrow(statement.op()) && !Effects.writes(statement.op());
                }
            }
            if (kept.size() < block.statements().size()) {
                draft.put(block.withStatements(kept));
            }
        }

        /** Returns whether an exception before the loop goes where one in a header without handlers goes. */
        private boolean isEnteredUnprotected() {
            for (Label from : dominators.cfg().predecessors(loop.header())) {
                if (!loop.contains(from) && !draft.block(from).handlers().isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        private boolean dominatesLatches(Label label) {
            for (Label latch : loop.latches()) {
                if (!dominators.dominates(label, latch)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isInvariant(Op op) {
            for (Value operand : op.operands()) {
                if (operand instanceof Variable variable && inside.contains(variable)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean mayChangeTable(Op op) {
            boolean isCall = op instanceof Op.Invoke || op instanceof Op.Call || op instanceof Op.New;
            return (isCall || op instanceof Op.InvokeDynamic) && Effects.writes(op);
        }

        private boolean isMovable(Op op, boolean always, boolean first) {
            return switch (op) {
                case Op.Negate _, Op.Binary _, Op.Convert _, Op.Select _ -> true;
                case Op.IntegerDivide _ -> !Effects.mayThrow(op);
                case Op.Invoke _ -> always && PureMethods.isPure(op) || keepsTable && ShadowTable.isLookup(op);
                case Op.ArrayLength _ -> first;
                case Op.Compare _, Op.ThreeWay _, Op.InstanceOf _, Op.CheckCast _ -> false;
                case Op.ArrayLoad _, Op.ArrayStore _, Op.NewArray _ -> false;
                case Op.GetField _, Op.PutField _, Op.GetStatic _, Op.PutStatic _, Op.New _, Op.Monitor _ -> false;
                case Op.InvokeDynamic _, Op.MakeClosure _, Op.Call _ -> false;
                case Op.TapePush _, Op.TapePop _, Op.TapeReserve _, Op.TapeRelease _, Op.TapeTop _ -> false;
            };
        }
    }
}
