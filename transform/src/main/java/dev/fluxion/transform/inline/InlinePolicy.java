package dev.fluxion.transform.inline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;

/**
 * How much is inlined.
 *
 * @param small a function of at most so many statements is always inlined
 * @param budget a larger one is inlined as long as the caller has not more statements than this afterwards
 */
public record InlinePolicy(int small, int budget) {

    /** For user code: the derivative of what comes out still fits a method that the JIT compiles. */
    public static final InlinePolicy DEFAULT = new InlinePolicy(24, 600);

    /** Inlines all but recursion. */
    public static final InlinePolicy EVERYTHING = new InlinePolicy(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Returns whether to inline a function of that size into a caller of that size. */
    boolean admits(int callee, int caller) {
        return callee <= small || (long) callee + caller <= budget;
    }

    /** Returns how many statements and ends of blocks a function has. */
    static int size(Function function) {
        int size = 0;
        for (Block block : function.blocks()) {
            size += block.statements().size() + 1;
        }
        return size;
    }
}
