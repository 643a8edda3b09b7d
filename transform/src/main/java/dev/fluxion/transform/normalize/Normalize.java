package dev.fluxion.transform.normalize;

import dev.fluxion.transform.Pipeline;

/** The passes that bring a function into the shape that differentiation wants. */
public final class Normalize {

    /**
     * One return, simple loops, no critical edges, loop-closed values, blocks in reading order. The order matters: the
     * return block is outside of all loops, and edges are split before values are passed along them.
     */
    public static final Pipeline PIPELINE =
            Pipeline.of(
                    "normalize",
                    new MergeReturns(),
                    new LoopSimplify(),
                    new SplitCriticalEdges(),
                    new LoopClosed(),
                    new Layout());

    private Normalize() {}
}
