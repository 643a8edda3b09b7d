package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for regions whose outlining gains most: large, with few values in and out, called outside of loops. Regions are
 * the blocks below one block in the dominator tree, without those below another one.
 *
 * <p>The regions that are chosen do not overlap, so that all can be outlined before one looks again. Where one is good
 * enough, nothing that begins in it is looked at; so long code takes time linear in its length.
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

    private final Map<Loop, Integer> loopSizes = new HashMap<>();
    private final List<Choice> choices = new ArrayList<>();

    private record Choice(Region region, double gain, double score) {}

    private Regions(Cfg cfg, int limit) {
        this.cfg = cfg;
        this.dominators = Dominators.of(cfg);
        this.loops = Loops.of(dominators);
        this.uses = new Uses(cfg);
        this.limit = limit;
        this.below = SizeEstimate.below(dominators);
    }

    /**
     * Returns regions of at most {@code limit} bytes that do not overlap, the best first; none if none is worth
     * outlining.
     */
    static List<Region> best(Cfg cfg, int limit) {
        Regions regions = new Regions(cfg, limit);
        Label entry = cfg.function().entry().label();
        Set<Label> taken = new HashSet<>();
        for (Label header : cfg.reversePostorder()) {
            if (!header.equals(entry) && !taken.contains(header)) {
                Choice choice = regions.bestBelow(header);
                if (choice != null) {
                    regions.choices.add(choice);
                    if (regions.isGoodEnough(choice)) {
                        taken.addAll(choice.region.blocks().keySet());
                    }
                }
            }
        }
        return regions.apart();
    }

    /** Returns the choices without those that overlap better ones. */
    private List<Region> apart() {
        choices.sort(Comparator.comparingDouble(Choice::score).reversed());
        Set<Label> taken = new HashSet<>();
        List<Region> apart = new ArrayList<>();
        for (Choice choice : choices) {
            Set<Label> blocks = choice.region.blocks().keySet();
            if (Collections.disjoint(blocks, taken)) {
                taken.addAll(blocks);
                apart.add(choice.region);
            }
        }
        return apart;
    }

    /** Returns whether there is no hope for much more: it is large, and called in no loop that would fit as a whole. */
    private boolean isGoodEnough(Choice choice) {
        if (choice.gain < limit / 2.0) {
            return false;
        }
        Loop loop = choice.region.loopAround(loops);
        return loop == null || size(loop) > limit;
    }

    private int size(Loop loop) {
        Integer known = loopSizes.get(loop);
        if (known == null) {
            known = 0;
            for (Label label : loop.blocks()) {
                known += SizeEstimate.of(cfg.block(label));
            }
            loopSizes.put(loop, known);
        }
        return known;
    }

    private @Nullable Choice bestBelow(Label header) {
        int whole = below[cfg.index(header)];
        if (whole <= limit) {
            return consider(header, Set.of(), whole, null);
        }
        int considered = 0;
        Choice best = null;
        Label end = largestChild(header);
        while (end != null && whole - below[cfg.index(end)] <= limit) {
            int size = whole - below[cfg.index(end)];
            if (size - considered > limit / 8) {
                considered = size;
                best = consider(header, Set.of(end), size, best);
            }
            end = largestChild(end);
        }
        return best;
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

    /** Returns the region if it is worth more than the best so far, else that. */
    private @Nullable Choice consider(Label header, Set<Label> end, int size, @Nullable Choice best) {
        if (size < limit / 16 || (best != null && size <= best.score)) {
            return best;
        }
        Map<Label, Block> blocks = Region.dominated(dominators, header, end);
        Block first = cfg.block(header);
        if (!Region.isOutlinable(first, blocks, cfg)) {
            return best;
        }
        Region region = Region.of(first, blocks, cfg, uses);
        double gain = size - CALL - PASSED * region.valuesIn() - RETURNED * region.valuesOut(cfg);
        Loop around = region.loopAround(loops);
        double score = gain / (1 + 2 * (around == null ? 0 : loops.depth(around.header())));
        boolean isBetter = gain > limit / 32.0 && (best == null || score > best.score);
        return isBetter ? new Choice(region, gain, score) : best;
    }
}
