package dev.fluxion.runtime;

import java.util.Arrays;

/**
 * A stack of {@code long} values, one of a {@link Tape}. Not thread safe.
 *
 * <p>Emitted code may read {@link #data} and {@link #top} itself. Nothing checks for underflow beyond what the array
 * does: pushes and pops are paired by construction.
 */
public final class LongStack {

    /** The size of a value. */
    private static final int BYTES = 8;

    /** The values, from 0 to {@code top}; replaced when the stack grows. */
    public long[] data = new long[Tape.INITIAL_CAPACITY];

    /** How many values there are. */
    public int top;

    private final TapeBudget budget;

    /** Makes an empty stack. */
    public LongStack() {
        this(new TapeBudget(null));
    }

    /** Makes an empty stack of a tape. */
    LongStack(TapeBudget budget) {
        this.budget = budget;
        budget.resized(0, data.length, BYTES);
    }

    /** Adds a value at the top. */
    public void push(long value) {
        int at = top;
        if (at == data.length) {
            grow(1);
        }
        data[at] = value;
        top = at + 1;
    }

    /** Takes the value from the top. */
    public long pop() {
        int at = top - 1;
        top = at;
        return data[at];
    }

    /**
     * Makes room for {@code count} values, at least 0, above the present top. They have arbitrary contents, at the
     * indices from {@code top - count} to {@code top} of the array returned, which is {@link #data}.
     */
    public long[] reserve(int count) {
        int wanted = top + count;
        if (wanted < 0 || wanted > data.length) {
            grow(count);
        }
        top = wanted;
        return data;
    }

    /**
     * Takes {@code count} values from the top and returns {@link #data}, where they stay readable, from index {@code
     * top} on, until the next push.
     */
    public long[] release(int count) {
        top -= count;
        return data;
    }

    /** Returns a stack that holds the same. */
    LongStack copy() {
        LongStack copy = new LongStack();
        copy.data = Arrays.copyOf(data, Math.max(top, Tape.INITIAL_CAPACITY));
        copy.top = top;
        return copy;
    }

    private void grow(int count) {
        int held = data.length;
        int grown = budget.grown(top, count, held, BYTES);
        try {
            data = Arrays.copyOf(data, grown);
        } catch (OutOfMemoryError noMemory) {
            budget.resized(grown, held, BYTES);
            throw budget.exceeded((long) grown * BYTES, noMemory);
        }
    }

    /** Empties the stack; gives a very large buffer back to the heap. */
    void reset() {
        top = 0;
        if (data.length > Tape.LARGEST_KEPT) {
            budget.resized(data.length, Tape.INITIAL_CAPACITY, BYTES);
            data = new long[Tape.INITIAL_CAPACITY];
        }
    }
}
