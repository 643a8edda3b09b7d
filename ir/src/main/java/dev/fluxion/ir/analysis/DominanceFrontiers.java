package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Dominance frontiers: the blocks where what a block says meets what others say, because the block dominates a
 * predecessor of theirs but not themselves.
 *
 * <p>As {@link Dominators} has it, each block is two points: what its parameters say also goes along its handler edges,
 * what it says at its end does not.
 *
 * <p>After Cytron, Ferrante, Rosen, Wegman, Zadeck, <i>Efficiently Computing Static Single Assignment Form and the
 * Control Dependence Graph</i>, doi:10.1145/115372.115320; computed as Cooper, Harvey and Kennedy do, in time linear in
 * the size of the frontiers.
 */
public final class DominanceFrontiers {

    private final Cfg cfg;
    private final List<List<Label>> frontiers;

    private DominanceFrontiers(Dominators dominators) {
        this.cfg = dominators.cfg();
        int[][] predecessors = Dominators.predecessors(cfg);
        this.frontiers = new ArrayList<>(Collections.nCopies(predecessors.length, List.of()));
        int[] lastAdded = new int[predecessors.length];
        for (int top = 2; top < predecessors.length; top += 2) {
            if (predecessors[top].length < 2) {
                continue;
            }
            Label label = cfg.reversePostorder().get(top / 2);
            for (int source : predecessors[top]) {
                // a point that has the label has passed it on to all above it
                for (int at = source;
                        at != dominators.parent(top) && lastAdded[at] != top;
                        at = dominators.parent(at)) {
                    lastAdded[at] = top;
                    if (frontiers.get(at).isEmpty()) {
                        frontiers.set(at, new ArrayList<>(2));
                    }
                    frontiers.get(at).add(label);
                }
            }
        }
    }

    /** Computes the frontiers of all reachable blocks. */
    public static DominanceFrontiers of(Dominators dominators) {
        return new DominanceFrontiers(dominators);
    }

    /** Returns where what a block says at its end meets other things. */
    public List<Label> ofEnd(Label block) {
        return Collections.unmodifiableList(frontiers.get(2 * cfg.index(block) + 1));
    }

    /** Returns where what the parameters of a block say meets other things. */
    public List<Label> ofParameters(Label block) {
        return Collections.unmodifiableList(frontiers.get(2 * cfg.index(block)));
    }
}
