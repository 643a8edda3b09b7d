package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Refused;
import dev.fluxion.rule.Rules;

import java.util.Timer;

/** Time, properties, threads and the machine: values of the one run. */
@Rules(of = {System.class, Thread.class})
@NonDifferentiable(
        of = {
            "nanoTime",
            "currentTimeMillis",
            "identityHashCode",
            "lineSeparator",
            "getProperty",
            "getProperties",
            "setProperty",
            "setProperties",
            "clearProperty",
            "getenv",
            "console",
            "getSecurityManager",
            "mapLibraryName",
            "getLogger",
            "gc",
            "exit",
            "currentThread",
            "sleep",
            "onSpinWait",
            "yield",
            "getName",
            "setName",
            "threadId",
            "getId",
            "getPriority",
            "getState",
            "getThreadGroup",
            "getContextClassLoader",
            "getStackTrace",
            "activeCount",
            "dumpStack",
            "holdsLock",
            "interrupt",
            "isInterrupted",
            "interrupted",
            "isAlive",
            "isDaemon",
            "isVirtual"
        })
final class SystemRules {

    private SystemRules() {}

    /** What describes the machine and the process. */
    @Rules(of = {Runtime.class, Runtime.Version.class, ProcessHandle.class, StackTraceElement.class})
    @NonDifferentiable
    static final class Machine {

        private Machine() {}
    }

    /** What a thread runs is not called by the program, but by the JVM. */
    @Rules(of = Thread.class)
    @Refused(
            of = "<init>",
            because = "no derivative flows through what another thread does",
            instead = "call it in this thread")
    static final class Threads {

        private Threads() {}
    }

    /**
     * What a timer runs is not called by the program, either. A task that changes numbers which are read again makes
     * the call that hands it over an error.
     */
    @Rules(of = Timer.class)
    @NonDifferentiable
    static final class Timers {

        private Timers() {}
    }
}
