package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Dominators of the reachable blocks: {@code a} dominates {@code b} if every path from the entry to {@code b} passes
 * {@code a}.
 *
 * <p>An exception may leave a block before any of its statements is done. So each block is two points, its top and its
 * completion; handler edges leave from the top, ordinary edges from the completion. What a statement defines is known
 * where the completion of its block dominates, what a parameter defines already where the top does.
 *
 * <p>The algorithm is that of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001), linear in
 * practice. Questions take constant time.
 */
public final class Dominators {

    private final Cfg cfg;

    /** For each point (2 i is the top, 2 i + 1 the completion of block i in reverse postorder) its dominator. */
    private final int[] parent;

    /** Numbers of the points in a walk over the dominator tree, before and after their subtrees. */
    private final int[] enter;

    private final int[] leave;

    private final List<List<Label>> children;

    private Dominators(Cfg cfg) {
        this.cfg = cfg;
        this.parent = immediate(predecessors(cfg));
        this.enter = new int[parent.length];
        this.leave = new int[parent.length];
        this.children = new ArrayList<>(cfg.size());
        number();
        for (int i = 0; i < cfg.size(); i++) {
            children.add(new ArrayList<>(2));
            if (i > 0) {
                children.get(parent[2 * i] / 2).add(cfg.reversePostorder().get(i));
            }
        }
    }

    /** Computes the dominators of a function. */
    public static Dominators of(Cfg cfg) {
        return new Dominators(cfg);
    }

    /** Returns the graph that this was computed from. */
    public Cfg cfg() {
        return cfg;
    }

    /** Returns the closest block other than itself that dominates a reachable block, or null for the entry. */
    public @Nullable Label immediateDominator(Label block) {
        int index = cfg.index(block);
        return index == 0 ? null : cfg.reversePostorder().get(parent[2 * index] / 2);
    }

    /** Returns the blocks whose immediate dominator is {@code block}, in reverse postorder. */
    public List<Label> children(Label block) {
        return Collections.unmodifiableList(children.get(cfg.index(block)));
    }

    /** Returns whether every way into {@code b} passes the top of {@code a}; each block dominates itself. */
    public boolean dominates(Label a, Label b) {
        return dominates(2 * cfg.index(a), 2 * cfg.index(b));
    }

    /** Returns whether every way into {@code b} runs all of {@code a} first, to its end; false for a block itself. */
    public boolean completionDominates(Label a, Label b) {
        return dominates(2 * cfg.index(a) + 1, 2 * cfg.index(b));
    }

    /** Returns whether what is defined at {@code definition} is known at {@code use}; both in reachable blocks. */
    public boolean dominates(Place definition, Place use) {
        if (definition.block().equals(use.block())) {
            return definition.index() < use.index();
        }
        return definition.isParameters()
                ? dominates(definition.block(), use.block())
                : completionDominates(definition.block(), use.block());
    }

    /** Returns whether a block runs to its end before {@code below}, whose immediate dominator it is, is entered. */
    public boolean isAfterCompletion(Label below) {
        return parent[2 * cfg.index(below)] % 2 == 1;
    }

    /** Returns the point above a point in the dominator tree. */
    int parent(int point) {
        return parent[point];
    }

    private boolean dominates(int a, int b) {
        return enter[a] <= enter[b] && leave[b] <= leave[a];
    }

    /** Returns the edges between points, by their ends. */
    static int[][] predecessors(Cfg cfg) {
        int[][] all = new int[2 * cfg.size()][];
        int[] counts = new int[all.length];
        for (int i = 0; i < cfg.size(); i++) {
            all[2 * i] = new int[2 * cfg.predecessors(cfg.reversePostorder().get(i)).size()];
            all[2 * i + 1] = new int[] {2 * i};
        }
        for (int i = 0; i < cfg.size(); i++) {
            Block block = cfg.blocks().get(i);
            for (Successor edge : block.terminator().successors()) {
                add(all, counts, 2 * cfg.index(edge.target()), 2 * i + 1);
            }
            for (Handler handler : block.handlers()) {
                add(all, counts, 2 * cfg.index(handler.target()), 2 * i);
            }
        }
        for (int i = 0; i < all.length; i += 2) {
            all[i] = Arrays.copyOf(all[i], counts[i]);
        }
        return all;
    }

    /** Adds an edge; edges come in the order of their sources, so that equal ones are among the last two. */
    private static void add(int[][] all, int[] counts, int to, int from) {
        int[] sources = all[to];
        for (int i = Math.max(0, counts[to] - 2); i < counts[to]; i++) {
            if (sources[i] == from) {
                return;
            }
        }
        sources[counts[to]++] = from;
    }

    /** Points are numbered so that dominators come before what they dominate. */
    private static int[] immediate(int[][] predecessors) {
        int[] dominator = new int[predecessors.length];
        Arrays.fill(dominator, -1);
        dominator[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int point = 1; point < dominator.length; point++) {
                int common = -1;
                for (int source : predecessors[point]) {
                    if (dominator[source] >= 0) {
                        common = common < 0 ? source : intersect(dominator, common, source);
                    }
                }
                if (dominator[point] != common) {
                    dominator[point] = common;
                    changed = true;
                }
            }
        }
        return dominator;
    }

    private static int intersect(int[] dominator, int a, int b) {
        while (a != b) {
            while (a > b) {
                a = dominator[a];
            }
            while (b > a) {
                b = dominator[b];
            }
        }
        return a;
    }

    /** Parents have smaller numbers than children, so that subtree sizes give a preorder without a walk. */
    private void number() {
        int[] size = new int[parent.length];
        for (int point = parent.length - 1; point > 0; point--) {
            size[point]++;
            size[parent[point]] += size[point];
        }
        size[0]++;
        int[] next = new int[parent.length];
        next[0] = 1;
        leave[0] = size[0];
        for (int point = 1; point < parent.length; point++) {
            enter[point] = next[parent[point]];
            next[parent[point]] += size[point];
            next[point] = enter[point] + 1;
            leave[point] = enter[point] + size[point];
        }
    }
}
