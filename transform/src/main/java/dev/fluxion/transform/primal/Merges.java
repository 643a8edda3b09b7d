package dev.fluxion.transform.primal;

import dev.fluxion.ir.Label;
import dev.fluxion.ir.analysis.DominanceFrontiers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What it costs to have a value at hand where a function ends: a parameter of each block where ways that know it meet
 * others that do not, and an argument on each edge there.
 */
public final class Merges {

    private final PrimalShape shape;
    private final DominanceFrontiers frontiers;
    private final Map<Label, Integer> known = new HashMap<>();

    /** Looks at a function. */
    public Merges(PrimalShape shape) {
        this.shape = shape;
        this.frontiers = DominanceFrontiers.of(shape.dominators());
    }

    /** Returns how many edges must pass on a value that a block defines. */
    public int edges(Label block) {
        Integer edges = known.get(block);
        if (edges == null) {
            edges = count(block);
            known.put(block, edges);
        }
        return edges;
    }

    private int count(Label block) {
        int edges = 0;
        Set<Label> seen = new HashSet<>();
        Deque<Label> pending = new ArrayDeque<>(frontiers.ofEnd(block));
        while (!pending.isEmpty()) {
            Label join = pending.removeFirst();
            if (shape.mayReturn(join) && seen.add(join)) {
                edges += shape.cfg().predecessors(join).size();
                pending.addAll(frontiers.ofParameters(join));
            }
        }
        return edges;
    }
}
