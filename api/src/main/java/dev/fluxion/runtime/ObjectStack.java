package dev.fluxion.runtime;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.IdentityHashMap;

/**
 * A stack of references, one of a {@link Tape}. As {@link DoubleStack}, but nothing it held stays reachable through it
 * once the tape is released.
 */
public final class ObjectStack {

    /** The size of a reference in heaps of less than 32 GB. */
    private static final int BYTES = 4;

    /** The values, from 0 to {@code top}; replaced when the stack grows. */
    public @Nullable Object[] data = new @Nullable Object[Tape.INITIAL_CAPACITY];

    /** How many values there are. */
    public int top;

    /** No element at or above this index has been set since the last reset, but for those below top. */
    private int high;

    private final TapeBudget budget;

    /** Makes an empty stack. */
    public ObjectStack() {
        this(new TapeBudget(null));
    }

    /** Makes an empty stack of a tape. */
    ObjectStack(TapeBudget budget) {
        this.budget = budget;
        budget.resized(0, data.length, BYTES);
    }

    /** Adds a value at the top. */
    public void push(@Nullable Object value) {
        int at = top;
        if (at == data.length) {
            grow(1);
        }
        data[at] = value;
        top = at + 1;
    }

    /** Takes the value from the top. */
    public @Nullable Object pop() {
        int at = top - 1;
        top = at;
        Object value = data[at];
        data[at] = null;
        return value;
    }

    /** As {@link DoubleStack#reserve(int)}. */
    public @Nullable Object[] reserve(int count) {
        int wanted = top + count;
        if (wanted < 0 || wanted > data.length) {
            grow(count);
        }
        top = wanted;
        return data;
    }

    /** As {@link DoubleStack#release(int)}. */
    public @Nullable Object[] release(int count) {
        high = Math.max(high, top);
        top -= count;
        return data;
    }

    /** Returns a stack that holds the same, or what stands in its place. */
    ObjectStack copy(IdentityHashMap<Object, Object> fresh) {
        ObjectStack copy = new ObjectStack();
        copy.data = new @Nullable Object[Math.max(top, Tape.INITIAL_CAPACITY)];
        for (int i = 0; i < top; i++) {
            Object held = data[i];
            copy.data[i] = held == null ? null : fresh.getOrDefault(held, held);
        }
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

    /** Empties the stack, forgets what it held, and gives a very large buffer back to the heap. */
    void reset() {
        if (data.length > Tape.LARGEST_KEPT) {
            budget.resized(data.length, Tape.INITIAL_CAPACITY, BYTES);
            data = new @Nullable Object[Tape.INITIAL_CAPACITY];
        } else {
            Arrays.fill(data, 0, Math.max(high, top), null);
        }
        top = 0;
        high = 0;
    }
}
