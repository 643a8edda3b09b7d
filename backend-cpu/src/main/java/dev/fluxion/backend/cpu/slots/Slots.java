package dev.fluxion.backend.cpu.slots;

import dev.fluxion.backend.cpu.schedule.Schedule;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Gives variables their local-variable slots. Block parameters share slots with their arguments where lifetimes allow,
 * those on the edges of inner loops first. Beyond that a slot is reused only in large functions: in small ones each
 * variable stays one variable for who reads the decompiled code or debugs it.
 */
public final class Slots {

    /** While all variables fit in so many slots, they have one each; beyond, instructions get longer. */
    private static final int ROOMY = 80;

    private final SlotVariables variables;
    private final Lifetimes lifetimes;
    private final Classes classes;
    private final int[] slot;

    /** Block parameters that only feed one another: nothing reads them, so no edge sets them. */
    private final BitSet unread = new BitSet();

    private int next;
    private boolean shared;

    private Slots(SlotVariables variables, Lifetimes lifetimes, Classes classes) {
        this.variables = variables;
        this.lifetimes = lifetimes;
        this.classes = classes;
        this.slot = new int[variables.size()];
        Arrays.fill(slot, -1);
    }

    /**
     * Allocates slots.
     *
     * @param schedule the function
     * @param cfg its graph
     * @param loops its loops
     * @param order the blocks in the order of emission
     * @param reserved how many slots after the parameters to leave alone
     */
    public static Slots of(Schedule schedule, Cfg cfg, Loops loops, List<Block> order, int reserved) {
        SlotVariables variables = SlotVariables.of(schedule, order);
        Lifetimes lifetimes = Lifetimes.of(schedule, variables, cfg, order);
        Conflicts conflicts = Conflicts.of(schedule, variables, lifetimes, order);
        int fixed = schedule.function().parameters().size();
        Classes classes = new Classes(variables, conflicts, fixed);
        Slots slots = new Slots(variables, lifetimes, classes);
        slots.findUnread(order);
        slots.coalesce(cfg, loops, order);
        for (int i = 0; i < fixed; i++) {
            slots.slot[i] = slots.next;
            slots.next += variables.get(i).type().slots();
        }
        slots.next += reserved;
        slots.allocate(fixed);
        return slots;
    }

    private void findUnread(List<Block> order) {
        for (Block block : order.subList(1, order.size())) {
            BitSet live = lifetimes.atEntry(block.label());
            for (Variable parameter : block.parameters()) {
                int index = variables.indexOf(parameter);
                if (index >= 0 && !live.get(index)) {
                    unread.set(index);
                }
            }
        }
    }

    private void coalesce(Cfg cfg, Loops loops, List<Block> order) {
        int deepest = 0;
        for (Block block : order) {
            deepest = Math.max(deepest, loops.depth(block.label()));
        }
        for (int depth = deepest; depth >= 0; depth--) {
            for (Block block : order) {
                if (loops.depth(block.label()) == depth) {
                    coalesce(cfg, block);
                }
            }
        }
    }

    private void coalesce(Cfg cfg, Block block) {
        for (Successor edge : block.terminator().successors()) {
            coalesce(edge.arguments(), cfg.block(edge.target()).parameters(), 0);
        }
        for (Handler handler : block.handlers()) {
            coalesce(handler.arguments(), cfg.block(handler.target()).parameters(), 1);
        }
    }

    private void coalesce(List<Value> arguments, List<Variable> parameters, int first) {
        for (int i = 0; i < arguments.size(); i++) {
            Variable parameter = parameters.get(first + i);
            int index = variables.indexOf(parameter);
            if (index >= 0
                    && !unread.get(index)
                    && arguments.get(i) instanceof Variable argument
                    && !unread.get(variables.indexOf(argument))) {
                classes.merge(parameter, argument);
            }
        }
    }

    private void allocate(int fixed) {
        int words = next;
        for (int i = fixed; i < slot.length; i++) {
            if (classes.of(i) == i && !unread.get(i)) {
                words += variables.get(i).type().slots();
            }
        }
        shared = words > ROOMY;
        List<Integer> owners = new ArrayList<>();
        List<BitSet> contents = new ArrayList<>();
        for (int i = 0; i < slot.length; i++) {
            if (classes.of(i) != i || unread.get(i)) {
                continue;
            }
            int owner = i < fixed || !shared ? -1 : reusable(i, owners, contents);
            if (owner >= 0) {
                slot[i] = slot[owners.get(owner)];
                contents.get(owner).or(classes.members(i));
                continue;
            }
            if (i >= fixed) {
                slot[i] = next;
                next += variables.get(i).type().slots();
            }
            owners.add(i);
            contents.add((BitSet) classes.members(i).clone());
        }
    }

    private int reusable(int variable, List<Integer> owners, List<BitSet> contents) {
        Type type = variables.get(variable).type();
        BitSet conflicts = classes.conflicts(variable);
        for (int at = 0; at < owners.size(); at++) {
            if (Classes.isOneKind(type, variables.get(owners.get(at)).type())
                    && !conflicts.intersects(contents.get(at))) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the variable's slot, or -1 if it has none because nothing reads it from one. */
    public int of(Variable variable) {
        int index = variables.indexOf(variable);
        return index < 0 || unread.get(index) ? -1 : slot[classes.of(index)];
    }

    /** Returns whether unrelated variables share slots. */
    public boolean areShared() {
        return shared;
    }

    /** Returns the variables whose slots are needed from the top of the block on, its own parameters included. */
    public List<Variable> liveAtEntry(Label block) {
        BitSet live = lifetimes.atEntry(block);
        List<Variable> list = new ArrayList<>(live.cardinality());
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            list.add(variables.get(i));
        }
        return list;
    }
}
