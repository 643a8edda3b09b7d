package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

/** Time, properties and threads: values of the one run. */
@Rules(of = {System.class, Thread.class})
@NonDifferentiable(
        of = {
            "nanoTime",
            "currentTimeMillis",
            "identityHashCode",
            "lineSeparator",
            "getProperty",
            "getenv",
            "getLogger",
            "gc",
            "exit",
            "currentThread",
            "sleep",
            "onSpinWait",
            "yield",
            "getName",
            "threadId",
            "isInterrupted",
            "interrupted",
            "isVirtual"
        })
final class SystemRules {

    private SystemRules() {}
}
