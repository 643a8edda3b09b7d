package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Takes parameters out of blocks, and what is passed to them out of the edges. */
final class ParameterRemoval {

    private ParameterRemoval() {}

    /**
     * Removes parameters that are not used any more.
     *
     * @param draft the function
     * @param removed by block, the indices of the parameters that go; of a handler never the first
     */
    static void remove(Draft draft, Map<Label, BitSet> removed) {
        for (Block block : draft.blocks()) {
            for (Edge edge : Edge.leaving(block)) {
                BitSet gone = removed.get(edge.target());
                if (gone != null) {
                    edge.redirect(draft, edge.target(), kept(edge.arguments(), gone, edge.exceptional() ? 1 : 0));
                }
            }
        }
        for (Map.Entry<Label, BitSet> entry : removed.entrySet()) {
            Block block = draft.block(entry.getKey());
            List<Variable> parameters = new ArrayList<>();
            for (int i = 0; i < block.parameters().size(); i++) {
                if (!entry.getValue().get(i)) {
                    parameters.add(block.parameters().get(i));
                }
            }
            draft.put(block.withParameters(parameters));
        }
    }

    private static List<Value> kept(List<Value> arguments, BitSet gone, int offset) {
        List<Value> kept = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (!gone.get(i + offset)) {
                kept.add(arguments.get(i));
            }
        }
        return kept;
    }
}
