package dev.fluxion.transform.normalize;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
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
import dev.fluxion.transform.SsaRepair;
import dev.fluxion.transform.Substitution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets values leave a loop only as arguments of its exit edges (loop-closed SSA).
 *
 * <pre>
 *     ^h(%i): %c = ...                       ^h(%i): %c = ...
 *             branch %c, ^body, ^exit   =>           branch %c, ^body, ^exit(%i)
 *     ^exit: %y = add %i, 1                  ^exit(%i2): %y = add %i2, 1
 * </pre>
 *
 * <p>Precondition: the exit edges' targets have no other edges, as {@link LoopSimplify} leaves them. Postcondition: a
 * variable that is defined in a loop is used in that loop only, which includes the arguments of its exit edges.
 */
public record LoopClosed() implements Pass {

    @Override
    public String name() {
        return "loop-closed";
    }

    @Override
    public Function apply(Function function) {
        Loops loops = Loops.of(Dominators.of(Cfg.of(function)));
        if (loops.all().isEmpty()) {
            return function;
        }
        Draft draft = new Draft(function);
        Incoming entering = Incoming.of(function.blocks());
        List<Loop> innerFirst = loops.all().reversed();
        for (Loop loop : innerFirst) {
            close(draft, entering, loop);
        }
        return draft.build();
    }

    private static void close(Draft draft, Incoming entering, Loop loop) {
        Map<Variable, Set<Label>> leaking = leaking(draft, loop);
        if (leaking.isEmpty()) {
            return;
        }
        Map<Label, Substitution> renamed = new LinkedHashMap<>();
        for (Map.Entry<Variable, Set<Label>> entry : leaking.entrySet()) {
            Variable variable = entry.getKey();
            SsaRepair repair = new SsaRepair(draft, entering, variable);
            Map<Label, Variable> passed = new LinkedHashMap<>();
            for (Loop.Exit exit : loop.exits()) {
                Variable outside = draft.newVariable(variable);
                passed.put(exit.to(), outside);
                repair.define(exit.to(), outside);
            }
            for (Label block : entry.getValue()) {
                repair.need(block);
            }
            repair.finish();
            Set<Value> used = new HashSet<>();
            for (Label block : entry.getValue()) {
                renamed.computeIfAbsent(block, key -> Substitution.parallel()).put(variable, repair.at(block));
                used.add(repair.at(block));
            }
            repair.collectPassed(used);
            for (Map.Entry<Label, Variable> exit : passed.entrySet()) {
                if (used.contains(exit.getValue())) {
                    pass(draft, entering.to(exit.getKey()), exit.getKey(), exit.getValue(), variable);
                }
            }
        }
        for (Map.Entry<Label, Substitution> entry : renamed.entrySet()) {
            draft.put(entry.getValue().apply(draft.block(entry.getKey())));
        }
    }

    private static void pass(Draft draft, List<Edge> edges, Label exit, Variable outside, Variable inside) {
        if (edges.size() != 1) {
            throw new IllegalArgumentException("loop exit " + exit + " has " + edges.size() + " edges");
        }
        Block block = draft.block(exit);
        List<Variable> parameters = new ArrayList<>(block.parameters());
        parameters.add(outside);
        draft.put(block.withParameters(parameters));
        edges.getFirst().append(draft, inside);
    }

    /** Returns the variables defined in the loop and used outside, each with the blocks that use it. */
    private static Map<Variable, Set<Label>> leaking(Draft draft, Loop loop) {
        Set<Variable> inside = new HashSet<>();
        for (Label label : loop.blocks()) {
            Block block = draft.block(label);
            inside.addAll(block.parameters());
            for (Statement statement : block.statements()) {
                inside.addAll(statement.results());
            }
        }
        Map<Variable, Set<Label>> leaking = new LinkedHashMap<>();
        for (Block block : draft.blocks()) {
            if (loop.contains(block.label())) {
                continue;
            }
            for (Statement statement : block.statements()) {
                note(statement.op().operands(), inside, block.label(), leaking);
            }
            note(block.terminator().operands(), inside, block.label(), leaking);
            for (Handler handler : block.handlers()) {
                note(handler.arguments(), inside, block.label(), leaking);
            }
        }
        return leaking;
    }

    private static void note(
            List<Value> operands, Set<Variable> inside, Label block, Map<Variable, Set<Label>> leaking) {
        for (Value operand : operands) {
            if (operand instanceof Variable variable && inside.contains(variable)) {
                leaking.computeIfAbsent(variable, key -> new LinkedHashSet<>()).add(block);
            }
        }
    }
}
