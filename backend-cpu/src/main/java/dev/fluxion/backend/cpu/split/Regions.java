package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loops;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/**
 * Looks for the region whose outlining gains most: large, with few values in and out, called outside of loops. Regions
 * are the blocks below one block in the dominator tree, without those below another one.
 */
final class Regions {

    /** What a call costs: the instruction, and the choice of the way on. */
    private static final int CALL = 16;

    /** What a value that goes in costs at the call. */
    private static final int PASSED = 3;

    /** What a value that comes out costs at the call, as it may come through the tape. */
    private static final int RETURNED = 14;

    private final Cfg cfg;
    private final Dominators dominators;
    private final Loops loops;
    private final Uses uses;
    private final int limit;
    private final int[] below;

    private @Nullable Region best;
    private double bestScore;

    private Regions(Cfg cfg, int limit) {
        this.cfg = cfg;
        this.dominators = Dominators.of(cfg);
        this.loops = Loops.of(dominators);
        this.uses = new Uses(cfg);
        this.limit = limit;
        this.below = new int[cfg.size()];
        for (Block block : cfg.blocks().reversed()) {
            int at = cfg.index(block.label());
            below[at] += SizeEstimate.of(block);
            Label parent = dominators.immediateDominator(block.label());
            if (parent != null) {
                below[cfg.index(parent)] += below[at];
            }
        }
    }

    /** Returns the best region of at most {@code limit} bytes, or null if none is worth outlining. */
    static @Nullable Region best(Cfg cfg, int limit) {
        Regions regions = new Regions(cfg, limit);
        Label entry = cfg.function().entry().label();
        for (Label header : cfg.reversePostorder()) {
            if (!header.equals(entry)) {
                regions.considerBelow(header);
            }
        }
        return regions.best;
    }

    private void considerBelow(Label header) {
        int whole = below[cfg.index(header)];
        if (whole <= limit) {
            consider(header, Set.of(), whole);
            return;
        }
        int considered = 0;
        Label end = largestChild(header);
        while (end != null && whole - below[cfg.index(end)] <= limit) {
            int size = whole - below[cfg.index(end)];
            if (size - considered > limit / 8) {
                considered = size;
                consider(header, Set.of(end), size);
            }
            end = largestChild(end);
        }
    }

    private @Nullable Label largestChild(Label label) {
        Label largest = null;
        for (Label child : dominators.children(label)) {
            if (largest == null || below[cfg.index(child)] > below[cfg.index(largest)]) {
                largest = child;
            }
        }
        return largest;
    }

    private void consider(Label header, Set<Label> end, int size) {
        if (size < limit / 16 || size <= bestScore) {
            return;
        }
        Map<Label, Block> blocks = Region.dominated(dominators, header, end);
        Block first = cfg.block(header);
        if (!Region.isOutlinable(first, blocks, cfg)) {
            return;
        }
        Region region = Region.of(first, blocks, cfg, uses);
        double gain = size - CALL - PASSED * region.valuesIn() - RETURNED * region.valuesOut(cfg);
        double score = gain / (1 + 2 * region.callDepth(loops));
        if (gain > limit / 32.0 && score > bestScore) {
            best = region;
            bestScore = score;
        }
    }
}
