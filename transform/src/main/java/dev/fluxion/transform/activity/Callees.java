package dev.fluxion.transform.activity;

import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Target;

/** What the calls in a function stand for. */
public interface Callees {

    /** Returns what a Java method call stands for. */
    Target target(Op.Invoke invoke);
}
