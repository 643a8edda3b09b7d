package dev.fluxion.transform;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The edges of a function by the block that they enter. */
public final class Incoming {

    private final Map<Label, List<Edge>> edges;

    private Incoming(Map<Label, List<Edge>> edges) {
        this.edges = edges;
    }

    /**
     * Finds the edges between some blocks.
     *
     * @throws IllegalArgumentException if an edge leads to a block that is not among them
     */
    public static Incoming of(List<Block> blocks) {
        Map<Label, List<Edge>> edges = HashMap.newHashMap(blocks.size());
        for (Block block : blocks) {
            edges.put(block.label(), new ArrayList<>());
        }
        for (Block block : blocks) {
            for (Edge edge : Edge.leaving(block)) {
                List<Edge> known = edges.get(edge.target());
                if (known == null) {
                    throw new IllegalArgumentException(edge.from() + " leads to a missing block " + edge.target());
                }
                known.add(edge);
            }
        }
        return new Incoming(edges);
    }

    /** Returns the edges that enter a block, ordinary and exceptional, in the order of the blocks that they leave. */
    public List<Edge> to(Label block) {
        List<Edge> entering = edges.get(block);
        if (entering == null) {
            throw new IllegalArgumentException("no block " + block);
        }
        return entering;
    }
}
