package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Label;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The loops of a function: the forest of natural loops, found from the edges that lead to a dominator of their source.
 * A cycle with more than one way in (an irreducible one) has no header and is no loop; it is reported apart.
 *
 * <p>Linear in the size of the function times the depth of its loops.
 */
public final class Loops {

    private final Cfg cfg;
    private final List<Loop> all;
    private final @Nullable Loop[] innermost;
    private final List<Edge> irreducible;

    private Loops(Dominators dominators) {
        this.cfg = dominators.cfg();
        this.innermost = new @Nullable Loop[cfg.size()];
        List<Loop> loops = new ArrayList<>();
        List<Edge> odd = new ArrayList<>();
        for (int i = 0; i < cfg.size(); i++) {
            Label header = cfg.reversePostorder().get(i);
            List<Label> latches = new ArrayList<>();
            for (Label source : cfg.predecessors(header)) {
                if (dominators.dominates(header, source)) {
                    latches.add(source);
                } else if (cfg.index(source) >= i) {
                    odd.add(new Edge(source, header));
                }
            }
            if (!latches.isEmpty()) {
                BitSet members = members(i, latches);
                Loop loop = new Loop(cfg, header, latches, members, innermost[i]);
                loops.add(loop);
                for (int block = members.nextSetBit(0); block >= 0; block = members.nextSetBit(block + 1)) {
                    innermost[block] = loop;
                }
            }
        }
        this.all = List.copyOf(loops);
        this.irreducible = List.copyOf(odd);
    }

    /**
     * An edge of the graph.
     *
     * @param from the block that is left
     * @param to the block that is entered
     */
    public record Edge(Label from, Label to) {}

    /** Computes the loops of a function. */
    public static Loops of(Dominators dominators) {
        return new Loops(dominators);
    }

    /** Returns all loops in reverse postorder of their headers, so that outer ones come before inner ones. */
    public List<Loop> all() {
        return all;
    }

    /** Returns the loops that are in no other. */
    public List<Loop> outermost() {
        List<Loop> top = new ArrayList<>();
        for (Loop loop : all) {
            if (loop.parent() == null) {
                top.add(loop);
            }
        }
        return List.copyOf(top);
    }

    /** Returns the smallest loop that a reachable block belongs to, or null. */
    public @Nullable Loop innermost(Label block) {
        return innermost[cfg.index(block)];
    }

    /** Returns the loop of that header, or null if the block heads none. */
    public @Nullable Loop headedBy(Label block) {
        Loop loop = innermost[cfg.index(block)];
        return loop != null && loop.header().equals(block) ? loop : null;
    }

    /** Returns how many loops a block is in. */
    public int depth(Label block) {
        Loop loop = innermost(block);
        return loop == null ? 0 : loop.depth();
    }

    /** Returns whether every cycle is a natural loop. */
    public boolean isReducible() {
        return irreducible.isEmpty();
    }

    /**
     * Returns an edge of each irreducible cycle: one that closes it, though its target does not dominate its source.
     */
    public List<Edge> irreducibleEdges() {
        return irreducible;
    }

    private BitSet members(int header, List<Label> latches) {
        BitSet members = new BitSet(cfg.size());
        members.set(header);
        int[] work = new int[cfg.size()];
        int count = 0;
        for (Label latch : latches) {
            count = visit(members, work, count, latch);
        }
        while (count > 0) {
            Label block = cfg.reversePostorder().get(work[--count]);
            for (Label source : cfg.predecessors(block)) {
                count = visit(members, work, count, source);
            }
        }
        return members;
    }

    private int visit(BitSet members, int[] work, int count, Label label) {
        int block = cfg.index(label);
        if (members.get(block)) {
            return count;
        }
        members.set(block);
        work[count] = block;
        return count + 1;
    }
}
