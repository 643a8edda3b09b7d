package dev.fluxion.transform.tangent;

import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.transform.DelegatingMethods;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;

/**
 * What methods are to forward mode: a reverse rule gives pullbacks, which are of no use there, so that a method with
 * one is what it would be without it.
 */
public final class WithoutReverseRules extends DelegatingMethods {

    /** Looks past the reverse rules of {@code methods}. */
    public WithoutReverseRules(MethodSource methods) {
        super(methods);
    }

    @Override
    public Target resolve(InvokeKind kind, MethodRef method) {
        Target target = super.resolve(kind, method);
        return target instanceof Target.Ruled ruled ? ruled.plain() : target;
    }
}
