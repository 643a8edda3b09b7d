package dev.fluxion.transform;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what the passes of {@code normalize} promise. */
final class NormalForm {

    private NormalForm() {}

    /** Returns the promises of the pass that the function breaks. */
    static List<String> violations(Pass pass, Function function) {
        List<String> found = new ArrayList<>();
        switch (pass.name()) {
            case "merge-returns" -> returns(function, found);
            case "loop-simplify" -> loops(function, found);
            case "split-critical-edges" -> edges(function, found);
            case "loop-closed" -> closed(function, found);
            case "normalize", "simplify after normalize" -> {
                returns(function, found);
                loops(function, found);
                edges(function, found);
                closed(function, found);
            }
            default -> {}
        }
        return found;
    }

    private static void returns(Function function, List<String> found) {
        long count =
                function.blocks().stream().filter(block -> block.terminator() instanceof Terminator.Return).count();
        if (count > 1) {
            found.add(count + " returns");
        }
    }

    private static void loops(Function function, List<String> found) {
        Incoming entering = Incoming.of(function.blocks());
        Map<Label, Block> blocks = function.blocksByLabel();
        for (Loop loop : Loops.of(Dominators.of(Cfg.of(function))).all()) {
            int inside = 0;
            for (Edge edge : entering.to(loop.header())) {
                inside += loop.contains(edge.from()) ? 1 : 0;
                if (edge.exceptional() || !(blocks.get(edge.from()).terminator() instanceof Terminator.Jump)) {
                    found.add(loop + ": the edge from " + edge.from() + " is not a jump");
                }
            }
            if (inside != 1 || entering.to(loop.header()).size() != 2) {
                found.add(loop + ": " + entering.to(loop.header()));
            }
            for (Loop.Exit exit : loop.exits()) {
                if (entering.to(exit.to()).size() != 1) {
                    found.add(loop + ": the exit " + exit.to() + " is shared");
                }
            }
        }
    }

    private static void edges(Function function, List<String> found) {
        Incoming entering = Incoming.of(function.blocks());
        for (Block block : function.blocks()) {
            for (Edge edge : Edge.leaving(block)) {
                if (!edge.exceptional()
                        && block.terminator().successors().size() > 1
                        && entering.to(edge.target()).size() > 1) {
                    found.add("critical: " + edge);
                }
            }
        }
    }

    private static void closed(Function function, List<String> found) {
        for (Loop loop : Loops.of(Dominators.of(Cfg.of(function))).all()) {
            Set<Value> inside = new HashSet<>();
            for (Block block : function.blocks()) {
                if (loop.contains(block.label())) {
                    inside.addAll(block.parameters());
                    for (Statement statement : block.statements()) {
                        inside.addAll(statement.results());
                    }
                }
            }
            for (Block block : function.blocks()) {
                if (!loop.contains(block.label())) {
                    List<Value> used = new ArrayList<>(block.terminator().operands());
                    block.statements().forEach(statement -> used.addAll(statement.op().operands()));
                    block.handlers().forEach(handler -> used.addAll(handler.arguments()));
                    for (Value value : used) {
                        if (value instanceof Variable && inside.contains(value)) {
                            found.add(value + " of " + loop + " is used in " + block.label());
                        }
                    }
                }
            }
        }
    }
}
