package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Blocks of a function that control enters at one of them only, so that they can become a function of their own.
 *
 * @param header where it is entered
 * @param blocks the blocks, the header first
 * @param inputs variables that are used in it and defined before it
 * @param outputs variables that are defined in it and used after it, with the block that defines each
 * @param exits blocks that it leads to
 * @param returns whether the function can return from within
 * @param handlers handlers outside of it that all of its blocks have
 * @param loop whether control comes back to the header from within, so that its parameters change
 */
record Region(
        Block header,
        Map<Label, Block> blocks,
        Set<Variable> inputs,
        Map<Variable, Label> outputs,
        Set<Label> exits,
        boolean returns,
        List<Handler> handlers,
        boolean loop) {

    /** Returns whether the blocks, all dominated by the header, are entered there only and handled alike. */
    static boolean isOutlinable(Block header, Map<Label, Block> blocks, Cfg cfg) {
        for (Block block : blocks.values()) {
            if (locks(block)) {
                return false;
            }
            for (Label predecessor : cfg.predecessors(block.label())) {
                boolean inside = blocks.containsKey(predecessor);
                if (!inside && !block.label().equals(header.label())) {
                    return false;
                }
                if (!inside && isHandledAt(cfg.block(predecessor), block.label())) {
                    return false;
                }
            }
        }
        // A handler may use a parameter of the header; around a loop that would be the one of the last trip.
        boolean mayUse = header.parameters().isEmpty() || !isLoop(header, blocks, cfg);
        return handleAlike(header, blocks, mayUse);
    }

    /** A method must leave the monitors that it has entered, and no others. */
    private static boolean locks(Block block) {
        for (Statement statement : block.statements()) {
            if (statement.op() instanceof Op.Monitor) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoop(Block header, Map<Label, Block> blocks, Cfg cfg) {
        for (Label predecessor : cfg.predecessors(header.label())) {
            if (blocks.containsKey(predecessor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHandledAt(Block block, Label label) {
        for (Handler handler : block.handlers()) {
            if (handler.target().equals(label)) {
                return true;
            }
        }
        return false;
    }

    /** Either all handlers are inside, or all blocks have the same ones outside, with arguments from outside. */
    private static boolean handleAlike(Block header, Map<Label, Block> blocks, boolean outsideAllowed) {
        boolean allInside = true;
        boolean allOutside = true;
        for (Block block : blocks.values()) {
            allOutside &= block.handlers().equals(header.handlers());
            for (Handler handler : block.handlers()) {
                boolean inside = blocks.containsKey(handler.target());
                allInside &= inside;
                allOutside &= !inside;
            }
        }
        return allInside || (allOutside && outsideAllowed && areDefinedOutside(header, blocks));
    }

    private static boolean areDefinedOutside(Block header, Map<Label, Block> blocks) {
        Set<Variable> defined = definitions(blocks).keySet();
        defined.removeAll(header.parameters());
        for (Handler handler : header.handlers()) {
            for (Value argument : handler.arguments()) {
                if (argument instanceof Variable variable && defined.contains(variable)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Describes a region that is outlinable. */
    static Region of(Block header, Map<Label, Block> blocks, Cfg cfg, Uses uses) {
        boolean loop = isLoop(header, blocks, cfg);
        Map<Variable, Label> defined = definitions(blocks);
        Set<Variable> inputs = new LinkedHashSet<>();
        Set<Label> exits = new LinkedHashSet<>();
        boolean returns = false;
        List<Handler> outer = blocks.containsKey(firstTarget(header)) ? List.of() : header.handlers();
        for (Block block : blocks.values()) {
            inputs.addAll(uses.of(block.label()));
            if (outer.isEmpty()) {
                inputs.addAll(uses.ofHandlers(block.label()));
            }
            returns |= block.terminator() instanceof Terminator.Return;
            for (Successor edge : block.terminator().successors()) {
                if (!blocks.containsKey(edge.target())) {
                    exits.add(edge.target());
                }
            }
        }
        inputs.removeAll(defined.keySet());
        Map<Variable, Label> outputs = new LinkedHashMap<>();
        for (Map.Entry<Variable, Label> entry : defined.entrySet()) {
            boolean kept = loop || !header.parameters().contains(entry.getKey());
            if (kept && !blocks.keySet().containsAll(uses.users(entry.getKey()))) {
                outputs.put(entry.getKey(), entry.getValue());
            }
        }
        return new Region(header, blocks, inputs, outputs, exits, returns, outer, loop);
    }

    private static Label firstTarget(Block header) {
        return header.handlers().isEmpty() ? header.label() : header.handlers().getFirst().target();
    }

    private static Map<Variable, Label> definitions(Map<Label, Block> blocks) {
        Map<Variable, Label> defined = new LinkedHashMap<>();
        for (Block block : blocks.values()) {
            for (Variable parameter : block.parameters()) {
                defined.put(parameter, block.label());
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    defined.put(result, block.label());
                }
            }
        }
        return defined;
    }

    /** Returns how many values the call passes. */
    int valuesIn() {
        return inputs.size() + header.parameters().size();
    }

    /** Returns how many values the call returns. */
    int valuesOut(Cfg cfg) {
        int count = outputs.size() + (exits.size() > 1 ? 1 : 0);
        for (Label exit : exits) {
            count += cfg.block(exit).parameters().size();
        }
        return count + (returns ? cfg.function().resultTypes().size() : 0);
    }

    /** Returns the innermost loop around the call that would replace the region, or null. */
    @Nullable Loop loopAround(Loops loops) {
        Loop headed = loops.headedBy(header.label());
        if (headed != null && blocks.keySet().containsAll(headed.blocks())) {
            return headed.parent();
        }
        return loops.innermost(header.label());
    }

    /** Returns the blocks that {@code header} dominates, without those that {@code end} dominates. */
    static Map<Label, Block> dominated(Dominators dominators, Label header, Set<Label> end) {
        Map<Label, Block> blocks = new LinkedHashMap<>();
        List<Label> next = new ArrayList<>(List.of(header));
        while (!next.isEmpty()) {
            Label label = next.removeLast();
            if (!end.contains(label)) {
                blocks.put(label, dominators.cfg().block(label));
                next.addAll(dominators.children(label));
            }
        }
        return blocks;
    }
}
