package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Label;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * A natural loop: a header that dominates all of its blocks, and the blocks from which control comes back to it. All
 * lists are in reverse postorder. Two loops with one header count as one.
 */
public final class Loop {

    private final Label header;
    private final List<Label> latches;
    private final List<Label> blocks;
    private final List<Exit> exits;
    private final @Nullable Loop parent;
    private final List<Loop> children = new ArrayList<>();
    private final int depth;
    private final BitSet members;
    private final Cfg cfg;

    Loop(Cfg cfg, Label header, List<Label> latches, BitSet members, @Nullable Loop parent) {
        this.cfg = cfg;
        this.header = header;
        this.latches = List.copyOf(latches);
        this.members = members;
        this.parent = parent;
        this.depth = parent == null ? 1 : parent.depth + 1;
        if (parent != null) {
            parent.children.add(this);
        }
        List<Label> inside = new ArrayList<>(members.cardinality());
        List<Exit> leaving = new ArrayList<>();
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            Label from = cfg.reversePostorder().get(i);
            inside.add(from);
            for (Label to : cfg.successors(from)) {
                if (!members.get(cfg.index(to))) {
                    leaving.add(new Exit(from, to));
                }
            }
        }
        this.blocks = List.copyOf(inside);
        this.exits = List.copyOf(leaving);
    }

    /**
     * A way out of a loop.
     *
     * @param from a block of the loop
     * @param to a block outside, that an ordinary or exceptional edge of {@code from} leads to
     */
    public record Exit(Label from, Label to) {}

    /** Returns the only block through which the loop is entered. */
    public Label header() {
        return header;
    }

    /** Returns the blocks of the loop with an edge to the header. */
    public List<Label> latches() {
        return latches;
    }

    /** Returns the blocks, those of inner loops included, the header first. */
    public List<Label> blocks() {
        return blocks;
    }

    /** Returns whether the block belongs to this loop or to one inside it. */
    public boolean contains(Label block) {
        return cfg.isReachable(block) && members.get(cfg.index(block));
    }

    /** Returns whether the other loop is this one or inside it. */
    public boolean contains(Loop other) {
        return contains(other.header);
    }

    /** Returns the edges out of the loop; leaving the function from within is not among them. */
    public List<Exit> exits() {
        return exits;
    }

    /** Returns the smallest loop around this one, or null. */
    public @Nullable Loop parent() {
        return parent;
    }

    /** Returns the loops directly inside. */
    public List<Loop> children() {
        return Collections.unmodifiableList(children);
    }

    /** Returns 1 for an outermost loop, 2 for a loop in one, and so on. */
    public int depth() {
        return depth;
    }

    @Override
    public String toString() {
        return "loop at " + header;
    }
}
