package dev.fluxion.testkit.rules;

import com.sun.management.ThreadMXBean;

import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;

/** How much a call allocates, by the counter of the JVM for the current thread. */
final class Allocation {

    private static final int CALLS = 2_000;
    private static final int ROUNDS = 12;

    private Allocation() {}

    /** Calls a handle of {@code ()double} without a box. */
    static double call(MethodHandle handle) {
        try {
            return (double) handle.invokeExact();
        } catch (Error | RuntimeException thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    /** Fails if a call allocates more bytes than allowed; the least of several rounds counts. */
    static void require(Trial trial, Runnable call, long allowed, String what) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()) {
            trial.note("this JVM does not count what is allocated");
            return;
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > allowed; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / CALLS);
        }
        if (least > allowed) {
            throw trial.failure("a call allocates " + least + " bytes", what + " may allocate " + allowed);
        }
        trial.passed(Check.ALLOCATION);
    }
}
