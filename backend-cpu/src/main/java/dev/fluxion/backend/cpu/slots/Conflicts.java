package dev.fluxion.backend.cpu.slots;

import dev.fluxion.backend.cpu.schedule.Schedule;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;

import java.util.BitSet;
import java.util.List;

/** Which slot variables cannot share a slot, because one is set while the other's value is still needed. */
final class Conflicts {

    private final SlotVariables variables;
    private final BitSet[] rows;

    private Conflicts(SlotVariables variables) {
        this.variables = variables;
        this.rows = new BitSet[variables.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new BitSet();
        }
    }

    static Conflicts of(Schedule schedule, SlotVariables variables, Lifetimes lifetimes, List<Block> order) {
        Conflicts conflicts = new Conflicts(variables);
        for (Block block : order) {
            conflicts.addBlock(schedule, lifetimes, block);
        }
        conflicts.addTogether(schedule.function().parameters(), lifetimes.atEntry(schedule.function().entry().label()));
        return conflicts;
    }

    /** Returns what conflicts with the variable, by number. */
    BitSet with(int variable) {
        return rows[variable];
    }

    private void addBlock(Schedule schedule, Lifetimes lifetimes, Block block) {
        BitSet live = lifetimes.afterTerminator(block);
        live.or(lifetimes.throughout(block));
        lifetimes.addLeavesOfTerminator(block.terminator(), live);
        List<Statement> roots = schedule.rootsOf(block);
        for (int i = roots.size() - 1; i >= 0; i--) {
            Statement root = roots.get(i);
            addTogether(root.results(), live);
            lifetimes.removeResults(root, live);
            lifetimes.addLeaves(root.op().operands(), live);
        }
        addTogether(usedParameters(block, live), live);
    }

    private List<Variable> usedParameters(Block block, BitSet live) {
        List<Variable> used = new java.util.ArrayList<>();
        for (Variable parameter : block.parameters()) {
            int index = variables.indexOf(parameter);
            if (index >= 0 && live.get(index)) {
                used.add(parameter);
            }
        }
        return used;
    }

    /** Variables that are set at the same time conflict with one another and with all that is alive then. */
    private void addTogether(List<Variable> defined, BitSet live) {
        BitSet all = (BitSet) live.clone();
        for (Variable variable : defined) {
            int index = variables.indexOf(variable);
            if (index >= 0) {
                all.set(index);
            }
        }
        for (Variable variable : defined) {
            int index = variables.indexOf(variable);
            if (index >= 0) {
                rows[index].or(all);
                rows[index].clear(index);
                for (int other = all.nextSetBit(0); other >= 0; other = all.nextSetBit(other + 1)) {
                    if (other != index) {
                        rows[other].set(index);
                    }
                }
            }
        }
    }
}
