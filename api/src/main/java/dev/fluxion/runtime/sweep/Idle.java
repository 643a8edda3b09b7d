package dev.fluxion.runtime.sweep;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;

/**
 * What one run worked with, for the next one. A thread that runs meanwhile finds nothing here, and so does a run after
 * one that threw. Thread safe.
 *
 * @param <W> the arrays of a run
 */
final class Idle<W> {

    private final AtomicReference<@Nullable W> one = new AtomicReference<>();
    private final AtomicReference<@Nullable W> four = new AtomicReference<>();
    private final AtomicReference<@Nullable W> eight = new AtomicReference<>();

    private AtomicReference<@Nullable W> of(int lanes) {
        return lanes == 1 ? one : lanes == 4 ? four : eight;
    }

    /** Returns what a run in so many directions has left, or null. */
    @Nullable W take(int lanes) {
        return of(lanes).getAndSet(null);
    }

    /** Leaves something for the next run in so many directions. */
    void give(int lanes, W left) {
        of(lanes).set(left);
    }
}
