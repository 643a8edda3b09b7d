package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The control-flow graph of a function: its reachable blocks in reverse postorder and the edges between them, ordinary
 * and exceptional. Blocks that the entry does not reach are left out, and so are their edges.
 *
 * <p>A block with handlers has an edge to each of them, whether or not anything in it can throw. Two edges between the
 * same blocks count once. Linear in the size of the function.
 */
public final class Cfg {

    private final Function function;
    private final Map<Label, Integer> indices;
    private final List<Block> blocks;
    private final List<Label> labels;
    private final List<List<Label>> successors;
    private final List<List<Label>> predecessors;

    private Cfg(Function function) {
        this.function = function;
        List<Block> all = function.blocks();
        Map<Label, Integer> numbers = HashMap.newHashMap(all.size());
        for (int i = 0; i < all.size(); i++) {
            numbers.put(all.get(i).label(), i);
        }
        int[][] edges = edges(all, numbers);
        int[] order = reversePostorder(edges);
        int[] position = new int[all.size()];
        Arrays.fill(position, -1);
        List<Block> reachable = new ArrayList<>(order.length);
        List<Label> names = new ArrayList<>(order.length);
        this.indices = HashMap.newHashMap(order.length);
        for (int i = 0; i < order.length; i++) {
            Block block = all.get(order[i]);
            position[order[i]] = i;
            reachable.add(block);
            names.add(block.label());
            indices.put(block.label(), i);
        }
        List<List<Label>> out = new ArrayList<>(order.length);
        List<List<Label>> in = new ArrayList<>(order.length);
        for (int i = 0; i < order.length; i++) {
            in.add(new ArrayList<>(2));
        }
        for (int i = 0; i < order.length; i++) {
            List<Label> targets = new ArrayList<>(2);
            for (int target : edges[order[i]]) {
                targets.add(all.get(target).label());
                in.get(position[target]).add(names.get(i));
            }
            out.add(List.copyOf(targets));
        }
        this.blocks = List.copyOf(reachable);
        this.labels = List.copyOf(names);
        this.successors = out;
        this.predecessors = in;
    }

    /**
     * Computes the graph of a function.
     *
     * @throws IllegalArgumentException if an edge leads to a block that does not exist
     */
    public static Cfg of(Function function) {
        return new Cfg(function);
    }

    /** Returns the function without the blocks that its entry does not reach; the same object if there are none. */
    public static Function withoutUnreachableBlocks(Function function) {
        Cfg cfg = of(function);
        if (cfg.size() == function.blocks().size()) {
            return function;
        }
        List<Block> kept = new ArrayList<>(cfg.size());
        for (Block block : function.blocks()) {
            if (cfg.isReachable(block.label())) {
                kept.add(block);
            }
        }
        return function.withBlocks(kept);
    }

    /** Returns the function that this is the graph of. */
    public Function function() {
        return function;
    }

    /** Returns how many blocks are reachable. */
    public int size() {
        return blocks.size();
    }

    /**
     * Returns the reachable blocks in reverse postorder: the entry first, each block after those that dominate it, and
     * along each edge upwards unless the edge closes a cycle.
     */
    public List<Block> blocks() {
        return blocks;
    }

    /** Returns the labels of {@link #blocks()}. */
    public List<Label> reversePostorder() {
        return labels;
    }

    /** Returns whether some path leads from the entry to the block. */
    public boolean isReachable(Label label) {
        return indices.containsKey(label);
    }

    /**
     * Returns the block's place in {@link #reversePostorder()}.
     *
     * @throws IllegalArgumentException if the block is not reachable
     */
    public int index(Label label) {
        Integer index = indices.get(label);
        if (index == null) {
            throw new IllegalArgumentException("no reachable block " + label + " in " + function.name());
        }
        return index;
    }

    /** Returns the reachable block of that name. */
    public Block block(Label label) {
        return blocks.get(index(label));
    }

    /** Returns where control may go from a reachable block: ordinary targets in order, then handlers. */
    public List<Label> successors(Label label) {
        return successors.get(index(label));
    }

    /** Returns the reachable blocks from which control may come, in reverse postorder. */
    public List<Label> predecessors(Label label) {
        return Collections.unmodifiableList(predecessors.get(index(label)));
    }

    private static int[][] edges(List<Block> blocks, Map<Label, Integer> numbers) {
        int[][] edges = new int[blocks.size()][];
        for (int i = 0; i < edges.length; i++) {
            Block block = blocks.get(i);
            List<Successor> ordinary = block.terminator().successors();
            int[] targets = new int[ordinary.size() + block.handlers().size()];
            int count = 0;
            for (Successor edge : ordinary) {
                count = add(targets, count, number(numbers, edge.target()));
            }
            for (Handler handler : block.handlers()) {
                count = add(targets, count, number(numbers, handler.target()));
            }
            edges[i] = Arrays.copyOf(targets, count);
        }
        return edges;
    }

    private static int number(Map<Label, Integer> numbers, Label label) {
        Integer number = numbers.get(label);
        if (number == null) {
            throw new IllegalArgumentException("an edge leads to " + label + ", which does not exist");
        }
        return number;
    }

    private static int add(int[] targets, int count, int target) {
        for (int i = 0; i < count; i++) {
            if (targets[i] == target) {
                return count;
            }
        }
        targets[count] = target;
        return count + 1;
    }

    /** Depth first with a stack of its own; last edges first, so that the order reads as the source does. */
    private static int[] reversePostorder(int[][] edges) {
        int[] order = new int[edges.length];
        int first = edges.length;
        int[] stack = new int[edges.length];
        int[] next = new int[edges.length];
        boolean[] seen = new boolean[edges.length];
        int depth = 1;
        seen[0] = true;
        next[0] = edges[0].length;
        while (depth > 0) {
            int block = stack[depth - 1];
            if (next[block] == 0) {
                order[--first] = block;
                depth--;
                continue;
            }
            int target = edges[block][--next[block]];
            if (!seen[target]) {
                seen[target] = true;
                next[target] = edges[target].length;
                stack[depth++] = target;
            }
        }
        return Arrays.copyOfRange(order, first, order.length);
    }
}
