package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Label;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Loop;

import java.util.List;

/** How the reverse of a block finds the block to reverse next. */
sealed interface Route {

    /** There is none: the block is the entry. */
    record End() implements Route {}

    /**
     * Always the same block: a dominator, past which nothing needs reversing.
     *
     * @param predecessor the only predecessor, whose edge carries adjoints back, or {@code target} where several are
     *     skipped
     * @param target where to go on
     */
    record Straight(Label predecessor, Label target) implements Route {}

    /** Round the loop once more while trips are left, then out at the preheader. */
    record Around(Loop loop, Label preheader, Label latch) implements Route {}

    /** By the condition of the branch at which the two ways parted. */
    record Diamond(Variable condition, Label whenTrue, Label whenFalse) implements Route {}

    /** By the recorded number of the predecessor. */
    record Recorded(List<Label> predecessors) implements Route {
        /** Copies the predecessors in. */
        public Recorded {
            predecessors = List.copyOf(predecessors);
        }
    }
}
