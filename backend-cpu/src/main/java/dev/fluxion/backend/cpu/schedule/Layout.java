package dev.fluxion.backend.cpu.schedule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The order in which blocks are emitted: javac's. A block comes after those that dominate it; a loop is contiguous, its
 * header first, so that it tests at the top and jumps back at the bottom; what a loop exits to comes after it; of two
 * successors the {@code then} one comes first; handlers come last.
 */
public final class Layout {

    private final Cfg cfg;
    private final Loops loops;
    private final boolean[] placed;
    private final int[] number;
    private final List<Block> order = new ArrayList<>();

    private Layout(Cfg cfg, Loops loops) {
        this.cfg = cfg;
        this.loops = loops;
        this.placed = new boolean[cfg.size()];
        this.number = new int[cfg.size()];
    }

    /** Returns the reachable blocks in the order in which to emit them. */
    public static List<Block> of(Cfg cfg, Loops loops) {
        Layout layout = new Layout(cfg, loops);
        List<Block> reversePostorder = layout.reversePostorder();
        for (int i = 0; i < reversePostorder.size(); i++) {
            layout.number[cfg.index(reversePostorder.get(i).label())] = i;
        }
        layout.place(null, reversePostorder);
        return layout.order;
    }

    private void place(@Nullable Loop within, List<Block> blocks) {
        for (Block block : blocks) {
            if (placed[cfg.index(block.label())]) {
                continue;
            }
            Loop inner = childContaining(within, block.label());
            if (inner == null) {
                placed[cfg.index(block.label())] = true;
                order.add(block);
            } else {
                place(inner, sorted(inner.blocks()));
            }
        }
    }

    private @Nullable Loop childContaining(@Nullable Loop within, Label label) {
        Loop loop = loops.innermost(label);
        Loop child = null;
        while (loop != null && loop != within) {
            child = loop;
            loop = loop.parent();
        }
        return child;
    }

    private List<Block> sorted(List<Label> labels) {
        Block[] blocks = new Block[labels.size()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = cfg.block(labels.get(i));
        }
        Arrays.sort(blocks, (a, b) -> Integer.compare(number[cfg.index(a.label())], number[cfg.index(b.label())]));
        return Arrays.asList(blocks);
    }

    /** Depth first, what is to come late visited first. */
    private List<Block> reversePostorder() {
        Deque<Visit> stack = new ArrayDeque<>();
        boolean[] seen = new boolean[cfg.size()];
        List<Block> postorder = new ArrayList<>();
        Block entry = cfg.function().entry();
        seen[cfg.index(entry.label())] = true;
        stack.push(new Visit(entry, lateFirst(entry)));
        while (!stack.isEmpty()) {
            Visit visit = stack.element();
            if (visit.next == visit.successors.size()) {
                postorder.add(visit.block);
                stack.remove();
                continue;
            }
            Label successor = visit.successors.get(visit.next++);
            if (!seen[cfg.index(successor)]) {
                seen[cfg.index(successor)] = true;
                Block block = cfg.block(successor);
                stack.push(new Visit(block, lateFirst(block)));
            }
        }
        return postorder.reversed();
    }

    /** Handlers, then exits of the block's loop, then what stays in it; the last edge before the first. */
    private List<Label> lateFirst(Block block) {
        List<Label> late = new ArrayList<>();
        for (Handler handler : block.handlers().reversed()) {
            late.add(handler.target());
        }
        Loop loop = loops.innermost(block.label());
        List<Successor> edges = block.terminator().successors().reversed();
        for (Successor edge : edges) {
            if (loop != null && !loop.contains(edge.target())) {
                late.add(edge.target());
            }
        }
        for (Successor edge : edges) {
            if (loop == null || loop.contains(edge.target())) {
                late.add(edge.target());
            }
        }
        return late;
    }

    private static final class Visit {
        private final Block block;
        private final List<Label> successors;
        private int next;

        private Visit(Block block, List<Label> successors) {
            this.block = block;
            this.successors = successors;
        }
    }
}
