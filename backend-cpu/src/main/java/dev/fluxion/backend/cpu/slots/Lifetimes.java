package dev.fluxion.backend.cpu.slots;

import dev.fluxion.backend.cpu.schedule.Schedule;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;

import java.util.BitSet;
import java.util.List;

/**
 * Which slot variables hold a value that is still needed, where. A value that is computed in place has no lifetime; the
 * variables that it reads live until the root of its tree runs. Unlike {@link dev.fluxion.ir.analysis.Liveness}, which
 * knows the IR but not the trees.
 *
 * <p>What a handler needs is alive from the top of a protected block to its end.
 */
final class Lifetimes {

    private final Schedule schedule;
    private final SlotVariables variables;
    private final Cfg cfg;
    private final BitSet[] atEntry;
    private final BitSet[] throughout;

    private Lifetimes(Schedule schedule, SlotVariables variables, Cfg cfg) {
        this.schedule = schedule;
        this.variables = variables;
        this.cfg = cfg;
        this.atEntry = emptySets(cfg.size());
        this.throughout = emptySets(cfg.size());
    }

    private static BitSet[] emptySets(int count) {
        BitSet[] sets = new BitSet[count];
        for (int i = 0; i < count; i++) {
            sets[i] = new BitSet();
        }
        return sets;
    }

    static Lifetimes of(Schedule schedule, SlotVariables variables, Cfg cfg, List<Block> order) {
        Lifetimes lifetimes = new Lifetimes(schedule, variables, cfg);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : order.reversed()) {
                changed |= lifetimes.update(block);
            }
        }
        return lifetimes;
    }

    private boolean update(Block block) {
        int at = cfg.index(block.label());
        BitSet through = neededByHandlers(block);
        throughout[at] = through;
        BitSet live = afterTerminator(block);
        live.or(through);
        addLeavesOfTerminator(block.terminator(), live);
        List<Statement> roots = schedule.rootsOf(block);
        for (int i = roots.size() - 1; i >= 0; i--) {
            removeResults(roots.get(i), live);
            addLeaves(roots.get(i).op().operands(), live);
        }
        if (live.equals(atEntry[at])) {
            return false;
        }
        atEntry[at] = live;
        return true;
    }

    /** Returns what is alive at the top of the block, its own parameters included. */
    BitSet atEntry(Label block) {
        return atEntry[cfg.index(block)];
    }

    /** Returns what must keep its slot through all of the block, for its handlers. */
    BitSet throughout(Block block) {
        return throughout[cfg.index(block.label())];
    }

    /** Returns what is alive once the terminator has chosen, before any edge's copies. */
    BitSet afterTerminator(Block block) {
        BitSet live = new BitSet();
        for (Successor edge : block.terminator().successors()) {
            addNeededBy(edge.target(), edge.arguments(), 0, live);
        }
        return live;
    }

    private BitSet neededByHandlers(Block block) {
        BitSet live = new BitSet();
        for (Handler handler : block.handlers()) {
            addNeededBy(handler.target(), handler.arguments(), 1, live);
        }
        return live;
    }

    /** Adds what lives into the target and the arguments that it uses, which stand for its parameters from one on. */
    private void addNeededBy(Label target, List<Value> arguments, int firstParameter, BitSet live) {
        BitSet needed = (BitSet) atEntry(target).clone();
        List<Variable> parameters = cfg.block(target).parameters();
        boolean[] used = new boolean[parameters.size()];
        for (int i = 0; i < used.length; i++) {
            int index = variables.indexOf(parameters.get(i));
            used[i] = index >= 0 && needed.get(index);
            if (index >= 0) {
                needed.clear(index);
            }
        }
        live.or(needed);
        for (int i = 0; i < arguments.size(); i++) {
            if (used[firstParameter + i]) {
                addLeaf(arguments.get(i), live);
            }
        }
    }

    /** Adds what the terminator reads, but for what edges pass on. */
    void addLeavesOfTerminator(Terminator terminator, BitSet live) {
        switch (terminator) {
            case Terminator.Jump jump -> {}
            case Terminator.Branch branch -> addLeaf(branch.condition(), live);
            case Terminator.Switch choice -> addLeaf(choice.selector(), live);
            case Terminator.Return leave -> addLeaves(leave.values(), live);
            case Terminator.Throw raise -> addLeaf(raise.exception(), live);
            case Terminator.Unreachable never -> {}
        }
    }

    /** Adds the slot variables that computing the values reads. */
    void addLeaves(List<Value> values, BitSet live) {
        for (Value value : values) {
            addLeaf(value, live);
        }
    }

    private void addLeaf(Value value, BitSet live) {
        if (value instanceof Variable variable) {
            Statement inPlace = schedule.inPlaceOf(variable);
            if (inPlace != null) {
                addLeaves(inPlace.op().operands(), live);
            } else {
                live.set(variables.indexOf(variable));
            }
        }
    }

    /** Removes what the statement defines. */
    void removeResults(Statement root, BitSet live) {
        for (Variable result : root.results()) {
            int index = variables.indexOf(result);
            if (index >= 0) {
                live.clear(index);
            }
        }
    }
}
