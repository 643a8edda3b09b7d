package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;

import java.util.IdentityHashMap;

/** Estimated sizes of functions that have most of their blocks in common. */
final class BlockSizes {

    private final IdentityHashMap<Block, Integer> known = new IdentityHashMap<>();

    /** Returns how many bytes a function is estimated to take, see {@link SizeEstimate}. */
    int of(Function function) {
        int size = 0;
        for (Block block : function.blocks()) {
            size += known.computeIfAbsent(block, SizeEstimate::of);
        }
        return size;
    }
}
