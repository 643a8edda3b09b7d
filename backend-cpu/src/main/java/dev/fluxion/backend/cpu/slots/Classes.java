package dev.fluxion.backend.cpu.slots;

import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.Type;

import java.util.BitSet;

/**
 * Sets of slot variables that share a slot. At first each variable is alone; {@link #merge} puts two together where no
 * conflict forbids it, so that a copy between them is no code at all.
 */
final class Classes {

    private final SlotVariables variables;
    private final int fixed;
    private final int[] parent;
    private final BitSet[] members;
    private final BitSet[] conflicts;

    /** Makes a class of each variable; the first {@code fixed} variables have slots of their own from the start. */
    Classes(SlotVariables variables, Conflicts conflicts, int fixed) {
        this.variables = variables;
        this.fixed = fixed;
        this.parent = new int[variables.size()];
        this.members = new BitSet[parent.length];
        this.conflicts = new BitSet[parent.length];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            members[i] = new BitSet();
            members[i].set(i);
            this.conflicts[i] = (BitSet) conflicts.with(i).clone();
        }
    }

    /** Returns the variable that stands for the class of another; the first of the class. */
    int of(int variable) {
        int root = variable;
        while (parent[root] != root) {
            root = parent[root];
        }
        parent[variable] = root;
        return root;
    }

    BitSet members(int representative) {
        return members[representative];
    }

    BitSet conflicts(int representative) {
        return conflicts[representative];
    }

    /** Puts two classes together if they may be. */
    void merge(Variable x, Variable y) {
        int first = of(Math.min(of(variables.indexOf(x)), of(variables.indexOf(y))));
        int second = of(Math.max(of(variables.indexOf(x)), of(variables.indexOf(y))));
        if (first == second || second < fixed || !isOneKind(x.type(), y.type())) {
            return;
        }
        // The function's own parameters keep their names, and their values, as in code by hand.
        if (first < fixed && !variables.get(first).name().equals(variables.get(second).name())) {
            return;
        }
        if (conflicts[first].intersects(members[second])) {
            return;
        }
        parent[second] = first;
        members[first].or(members[second]);
        conflicts[first].or(conflicts[second]);
    }

    /** Returns whether values of the two types may use one slot: no slot is ever of two kinds. */
    static boolean isOneKind(Type x, Type y) {
        return x.equals(y) || (x.isReference() && y.isReference());
    }
}
