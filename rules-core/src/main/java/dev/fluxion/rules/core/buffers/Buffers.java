package dev.fluxion.rules.core.buffers;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.nio.Buffer;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Objects;

/**
 * What buffers do but for moving numbers: checks in their order, positions, and where the array is. Elements of an
 * array are neither read nor written here.
 *
 * <p>A buffer without an array of its own is over memory outside of the heap, or a view of bytes. No active number is
 * ever put there, so what is read there is constant; a read-only buffer over an array cannot tell which array it is.
 */
@Rules(of = Buffers.class)
@MovesReferences(of = {"readable", "writable"})
@NonDifferentiable(of = {"outside", "remaining", "copied", "next", "place", "nextRoom", "room", "skip", "compacted"})
public final class Buffers {

    private Buffers() {}

    /** Returns the array that is read, or null if the buffer is over memory that holds no active numbers. */
    static double @Nullable [] readable(DoubleBuffer buffer) {
        if (buffer.hasArray()) {
            return buffer.array();
        }
        if (!buffer.isDirect()) {
            throw refused("a read of a DoubleBuffer that is read-only or a view of bytes");
        }
        return null;
    }

    /** Returns the array that is written. */
    static double[] writable(DoubleBuffer buffer) {
        if (buffer.hasArray()) {
            return buffer.array();
        }
        if (buffer.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        throw refused("a write to a DoubleBuffer that is direct or a view of bytes");
    }

    static double outside(DoubleBuffer buffer) {
        return buffer.get();
    }

    static double outside(DoubleBuffer buffer, int index) {
        return buffer.get(index);
    }

    static double[] outside(DoubleBuffer buffer, int targetLength, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, targetLength);
        double[] numbers = new double[length];
        buffer.get(numbers);
        return numbers;
    }

    static double[] outside(DoubleBuffer buffer, int index, int targetLength, int offset, int length) {
        Objects.checkFromIndexSize(index, length, buffer.limit());
        Objects.checkFromIndexSize(offset, length, targetLength);
        return copied(buffer, index, length);
    }

    static double[] remaining(DoubleBuffer buffer) {
        double[] numbers = new double[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    static double[] copied(DoubleBuffer buffer, int index, int length) {
        double[] numbers = new double[length];
        buffer.get(index, numbers);
        return numbers;
    }

    /** Returns the next place to write to, for all that remains of another buffer. */
    @SuppressWarnings("ReferenceEquality") // whether it is one buffer
    static int nextRoom(DoubleBuffer buffer, DoubleBuffer source) {
        if (source == buffer) {
            throw failure(buffer, source);
        }
        return nextRoom(buffer, source.remaining(), 0, source.remaining());
    }

    /** Returns what the method itself throws for a buffer that is its own source. */
    private static RuntimeException failure(DoubleBuffer buffer, DoubleBuffer source) {
        try {
            return new IllegalStateException("the copy was possible: " + buffer.put(source));
        } catch (IllegalArgumentException failure) {
            return failure;
        }
    }

    /** Returns the array that is read, or null if the buffer is over memory that holds no active numbers. */
    static float @Nullable [] readable(FloatBuffer buffer) {
        if (buffer.hasArray()) {
            return buffer.array();
        }
        if (!buffer.isDirect()) {
            throw refused("a read of a FloatBuffer that is read-only or a view of bytes");
        }
        return null;
    }

    /** Returns the array that is written. */
    static float[] writable(FloatBuffer buffer) {
        if (buffer.hasArray()) {
            return buffer.array();
        }
        if (buffer.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        throw refused("a write to a FloatBuffer that is direct or a view of bytes");
    }

    static float outside(FloatBuffer buffer) {
        return buffer.get();
    }

    static float outside(FloatBuffer buffer, int index) {
        return buffer.get(index);
    }

    static float[] outside(FloatBuffer buffer, int targetLength, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, targetLength);
        float[] numbers = new float[length];
        buffer.get(numbers);
        return numbers;
    }

    static float[] outside(FloatBuffer buffer, int index, int targetLength, int offset, int length) {
        Objects.checkFromIndexSize(index, length, buffer.limit());
        Objects.checkFromIndexSize(offset, length, targetLength);
        return copied(buffer, index, length);
    }

    static float[] remaining(FloatBuffer buffer) {
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    static float[] copied(FloatBuffer buffer, int index, int length) {
        float[] numbers = new float[length];
        buffer.get(index, numbers);
        return numbers;
    }

    /** Returns the next place to write to, for all that remains of another buffer. */
    @SuppressWarnings("ReferenceEquality") // whether it is one buffer
    static int nextRoom(FloatBuffer buffer, FloatBuffer source) {
        if (source == buffer) {
            throw failure(buffer, source);
        }
        return nextRoom(buffer, source.remaining(), 0, source.remaining());
    }

    /** Returns what the method itself throws for a buffer that is its own source. */
    private static RuntimeException failure(FloatBuffer buffer, FloatBuffer source) {
        try {
            return new IllegalStateException("the copy was possible: " + buffer.put(source));
        } catch (IllegalArgumentException failure) {
            return failure;
        }
    }

    /** Returns the next place to read from, for one element. */
    static int next(Buffer buffer) {
        if (!buffer.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return forward(buffer, 1);
    }

    /** Returns the next place to write to, for one element. */
    static int nextRoom(Buffer buffer) {
        if (!buffer.hasRemaining()) {
            throw new BufferOverflowException();
        }
        return forward(buffer, 1);
    }

    /** Returns the next place to read from, for several elements. */
    static int next(Buffer buffer, int targetLength, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, targetLength);
        if (length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        return forward(buffer, length);
    }

    /** Returns the next place to write to, for several elements. */
    static int nextRoom(Buffer buffer, int sourceLength, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, sourceLength);
        if (length > buffer.remaining()) {
            throw new BufferOverflowException();
        }
        return forward(buffer, length);
    }

    /** Returns the place of the element at an index; an index that is none fails without a message, as in the JDK. */
    static int place(Buffer buffer, int index) {
        if (index < 0 || index >= buffer.limit()) {
            throw new IndexOutOfBoundsException();
        }
        return buffer.arrayOffset() + index;
    }

    /** Returns the place of the first of several elements from an index on. */
    static int place(Buffer buffer, int index, int otherLength, int offset, int length) {
        Objects.checkFromIndexSize(index, length, buffer.limit());
        Objects.checkFromIndexSize(offset, length, otherLength);
        return buffer.arrayOffset() + index;
    }

    /** Returns the place to write to, for several elements of another buffer. */
    static int room(Buffer buffer, int index, Buffer source, int offset, int length) {
        return place(buffer, index, source.limit(), offset, length);
    }

    /** Returns the place of what remains, and skips it. */
    static int skip(Buffer buffer) {
        return forward(buffer, buffer.remaining());
    }

    /** Leaves position and limit as compacting does. */
    static void compacted(Buffer buffer, int length) {
        buffer.clear();
        buffer.position(length);
    }

    private static int forward(Buffer buffer, int length) {
        int position = buffer.position();
        buffer.position(position + length);
        return buffer.arrayOffset() + position;
    }

    private static NotDifferentiableException refused(String what) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.NO_RULE,
                        "cannot differentiate " + what,
                        "where its numbers are kept cannot be seen, and one of them may be active",
                        "an array, or a buffer that wraps one"));
    }
}
