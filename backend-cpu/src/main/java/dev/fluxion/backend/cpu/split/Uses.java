package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** For each block the variables that it uses, and for each variable the blocks that use it. */
final class Uses {

    private final Map<Label, Set<Variable>> ofBlock = new HashMap<>();
    private final Map<Label, Set<Variable>> ofHandlers = new HashMap<>();
    private final Map<Variable, Set<Label>> users = new HashMap<>();

    Uses(Cfg cfg) {
        for (Block block : cfg.blocks()) {
            Set<Variable> used = new LinkedHashSet<>();
            for (Statement statement : block.statements()) {
                add(statement.op().operands(), used);
            }
            add(block.terminator().operands(), used);
            Set<Variable> handed = new LinkedHashSet<>();
            for (Handler handler : block.handlers()) {
                add(handler.arguments(), handed);
            }
            ofBlock.put(block.label(), used);
            ofHandlers.put(block.label(), handed);
            for (Variable variable : used) {
                users.computeIfAbsent(variable, key -> new LinkedHashSet<>()).add(block.label());
            }
            for (Variable variable : handed) {
                users.computeIfAbsent(variable, key -> new LinkedHashSet<>()).add(block.label());
            }
        }
    }

    private static void add(Iterable<Value> values, Set<Variable> used) {
        for (Value value : values) {
            if (value instanceof Variable variable) {
                used.add(variable);
            }
        }
    }

    /** Returns what the block's statements and its end use. */
    Set<Variable> of(Label block) {
        return ofBlock.getOrDefault(block, Set.of());
    }

    /** Returns what the block hands to its handlers. */
    Set<Variable> ofHandlers(Label block) {
        return ofHandlers.getOrDefault(block, Set.of());
    }

    /** Returns the blocks that use the variable in either way. */
    Set<Label> users(Variable variable) {
        return users.getOrDefault(variable, Set.of());
    }
}
