package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Rules;

import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;

/** Places that keep one reference; what they make, such as a thread's own buffer, has no derivative in it yet. */
@Rules(of = {ThreadLocal.class, Reference.class, SoftReference.class, WeakReference.class})
@MovesReferences(of = {"<init>", "withInitial", "get", "set", "remove", "refersTo", "clear"})
public final class HolderRules {

    private HolderRules() {}

    /** Values that are bound while some code runs; that code is run where it cannot be looked into. */
    @Rules(of = {ScopedValue.class, ScopedValue.Carrier.class})
    @MovesReferences(of = {"newInstance", "where", "get", "isBound", "orElse", "orElseThrow"})
    public static final class Scoped {

        private Scoped() {}
    }
}
