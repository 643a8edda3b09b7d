package dev.fluxion.transform.simplify;

import dev.fluxion.transform.Pipeline;
import dev.fluxion.transform.normalize.Layout;

/** The passes that make a function smaller and faster, and leave what it computes as it is, bit by bit. */
public final class Simplify {

    /** How often all passes are run at most; most functions are done after two or three rounds. */
    private static final int FUEL = 8;

    /** All of them, until nothing changes. */
    public static final Pipeline PIPELINE =
            Pipeline.of(
                    "simplify",
                    Pipeline.repeated(
                            "simplify-rounds",
                            FUEL,
                            new ValueNumbering(),
                            new SimplifyControl(),
                            new SkipEmptyBlocks(),
                            new RedundantParameters(),
                            new JumpThreading(),
                            new IfConversion(),
                            new DeadCode(),
                            new LoopInvariants(),
                            new DeadLoops()),
                    new Layout());

    private Simplify() {}
}
