package dev.fluxion.backend.cpu.slots;

import dev.fluxion.backend.cpu.schedule.Schedule;
import dev.fluxion.backend.cpu.schedule.UseCounts;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The variables of a function that need a slot, numbered from 0; the function's parameters come first. */
final class SlotVariables {

    private final List<Variable> variables = new ArrayList<>();
    private final int[] index;

    private SlotVariables(int bound) {
        index = new int[bound];
        Arrays.fill(index, -1);
    }

    static SlotVariables of(Schedule schedule, List<Block> order) {
        SlotVariables all = new SlotVariables(UseCounts.variableBound(schedule.function()));
        for (Variable parameter : schedule.function().parameters()) {
            all.add(parameter);
        }
        for (Block block : order) {
            for (Variable parameter : block.parameters()) {
                if (schedule.needsSlot(parameter)) {
                    all.add(parameter);
                }
            }
            for (Statement root : schedule.rootsOf(block)) {
                for (Variable result : root.results()) {
                    if (schedule.needsSlot(result)) {
                        all.add(result);
                    }
                }
            }
        }
        return all;
    }

    private void add(Variable variable) {
        if (index[variable.id()] < 0) {
            index[variable.id()] = variables.size();
            variables.add(variable);
        }
    }

    int size() {
        return variables.size();
    }

    Variable get(int at) {
        return variables.get(at);
    }

    /** Returns the variable's number here, or -1 if it needs no slot. */
    int indexOf(Variable variable) {
        return index[variable.id()];
    }
}
