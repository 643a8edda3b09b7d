package dev.fluxion.transform.activity;

import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Target;

/** What the calls in a function stand for. */
public interface Callees {

    /** Returns what a Java method call stands for. */
    Target target(Op.Invoke invoke);

    /** Returns whether a function of the program pushes or pops, so that active values go in and out unseen. */
    boolean usesTape(Op.Call call);
}
