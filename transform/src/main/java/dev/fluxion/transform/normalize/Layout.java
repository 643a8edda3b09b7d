package dev.fluxion.transform.normalize;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.transform.Pass;

import java.util.List;

/** Orders the blocks in reverse postorder, in which people read them, and drops those that are not reachable. */
public record Layout() implements Pass {

    @Override
    public String name() {
        return "layout";
    }

    @Override
    public Function apply(Function function) {
        List<Block> ordered = Cfg.of(function).blocks();
        return ordered.equals(function.blocks()) ? function : function.withBlocks(ordered);
    }
}
