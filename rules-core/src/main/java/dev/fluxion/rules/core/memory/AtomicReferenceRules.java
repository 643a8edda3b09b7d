package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Rules;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Atomic references, but for the methods that take a function. */
@Rules(of = {AtomicReference.class, AtomicReferenceArray.class})
@MovesReferences(
        of = {
            "<init>",
            "length",
            "get",
            "set",
            "lazySet",
            "compareAndSet",
            "weakCompareAndSetPlain",
            "weakCompareAndSetVolatile",
            "weakCompareAndSetAcquire",
            "weakCompareAndSetRelease",
            "getAndSet",
            "getPlain",
            "setPlain",
            "getOpaque",
            "setOpaque",
            "getAcquire",
            "setRelease",
            "compareAndExchange",
            "compareAndExchangeAcquire",
            "compareAndExchangeRelease"
        })
public final class AtomicReferenceRules {

    private AtomicReferenceRules() {}
}
