package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes loops that end but do nothing.
 *
 * <pre>
 *     ^a: jump ^h(0)                                 ^a: jump ^exit(%x)
 *     ^h(%i): branch (lt %i, %n), ^b, ^exit(%x)  =>
 *     ^b: %i2 = add %i, 1; jump ^h(%i2)
 * </pre>
 *
 * <p>Only a counted loop is known to end. What is computed in it must have no effect and not be used outside.
 */
public record DeadLoops() implements Pass {

    @Override
    public String name() {
        return "dead-loops";
    }

    @Override
    public Function apply(Function function) {
        Function current = Cfg.withoutUnreachableBlocks(function);
        for (int fuel = current.blocks().size(); fuel > 0; fuel--) {
            Function next = removeOne(current);
            if (next == null) {
                return current;
            }
            current = Cfg.withoutUnreachableBlocks(next);
        }
        return current;
    }

    private static @Nullable Function removeOne(Function function) {
        Dominators dominators = Dominators.of(Cfg.of(function));
        Loops loops = Loops.of(dominators);
        if (loops.all().isEmpty()) {
            return null;
        }
        Definitions definitions = Definitions.of(function);
        Set<Variable> safe = SafeAccess.find(function);
        Incoming entering = Incoming.of(function.blocks());
        for (Loop loop : loops.all().reversed()) {
            CountedLoop counted = CountedLoop.of(loop, loops, dominators, definitions);
            if (counted != null
                    && counted.isOnlyExit()
                    && counted.conditions().isEmpty()
                    && loop.children().isEmpty()
                    && isWithoutEffect(function, loop, safe)) {
                Function without = without(function, loop, entering);
                if (without != null) {
                    return without;
                }
            }
        }
        return null;
    }

    private static boolean isWithoutEffect(Function function, Loop loop, Set<Variable> safe) {
        Set<Variable> inside = new HashSet<>();
        for (Block block : function.blocks()) {
            if (!loop.contains(block.label())) {
                continue;
            }
            inside.addAll(block.parameters());
            for (Statement statement : block.statements()) {
                if (!Effects.isDroppable(statement.op())
                        && !(statement.results().size() == 1 && safe.contains(statement.result()))) {
                    return false;
                }
                inside.addAll(statement.results());
            }
        }
        for (Block block : function.blocks()) {
            if (!loop.contains(block.label()) && usesAny(block, inside)) {
                return false;
            }
        }
        return true;
    }

    private static boolean usesAny(Block block, Set<Variable> variables) {
        for (Statement statement : block.statements()) {
            if (isAny(statement.op().operands(), variables)) {
                return true;
            }
        }
        for (Edge edge : Edge.leaving(block)) {
            if (isAny(edge.arguments(), variables)) {
                return true;
            }
        }
        return isAny(block.terminator().operands(), variables);
    }

    private static boolean isAny(List<Value> operands, Set<Variable> variables) {
        for (Value operand : operands) {
            if (operand instanceof Variable variable && variables.contains(variable)) {
                return true;
            }
        }
        return false;
    }

    /** Lets the edges into the loop go where its only exit leads; null if that exit passes something from inside. */
    private static @Nullable Function without(Function function, Loop loop, Incoming entering) {
        Set<Variable> inside = new HashSet<>();
        Edge out = null;
        for (Block block : function.blocks()) {
            if (!loop.contains(block.label())) {
                continue;
            }
            inside.addAll(block.parameters());
            for (Statement statement : block.statements()) {
                inside.addAll(statement.results());
            }
            for (Edge edge : Edge.leaving(block)) {
                if (!loop.contains(edge.target())) {
                    if (out != null || edge.exceptional()) {
                        return null;
                    }
                    out = edge;
                }
            }
        }
        if (out == null || isAny(out.arguments(), inside)) {
            return null;
        }
        Draft draft = new Draft(function);
        for (Edge edge : entering.to(loop.header())) {
            if (!loop.contains(edge.from())) {
                if (edge.exceptional()) {
                    return null;
                }
                edge.redirect(draft, out.target(), out.arguments());
            }
        }
        return draft.build();
    }
}
