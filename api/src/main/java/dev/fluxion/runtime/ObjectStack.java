package dev.fluxion.runtime;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.IdentityHashMap;

/**
 * A stack of references, one of a {@link Tape}. As {@link DoubleStack}, but nothing it held stays reachable through it
 * once the tape is released.
 */
public final class ObjectStack {

    /** The values, from 0 to {@code top}; replaced when the stack grows. */
    public @Nullable Object[] data = new @Nullable Object[Tape.INITIAL_CAPACITY];

    /** How many values there are. */
    public int top;

    /** No element at or above this index has been set since the last reset, but for those below top. */
    private int high;

    /** Makes an empty stack. */
    public ObjectStack() {}

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
        data = Arrays.copyOf(data, Tape.capacity(top, count));
    }

    /** Empties the stack, forgets what it held, and gives a very large buffer back to the heap. */
    void reset() {
        if (data.length > Tape.LARGEST_KEPT) {
            data = new @Nullable Object[Tape.INITIAL_CAPACITY];
        } else {
            Arrays.fill(data, 0, Math.max(high, top), null);
        }
        top = 0;
        high = 0;
    }
}
