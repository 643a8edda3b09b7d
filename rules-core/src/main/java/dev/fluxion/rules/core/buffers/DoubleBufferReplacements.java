package dev.fluxion.rules.core.buffers;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.nio.DoubleBuffer;

/**
 * {@code DoubleBuffer}: what is in a buffer is in an array, so its elements are read and written there. Where a buffer
 * has no array of its own, see {@link Buffers}.
 */
@Rules(of = DoubleBuffer.class)
public final class DoubleBufferReplacements {

    private DoubleBufferReplacements() {}

    @Replacement(of = "get")
    static double get(DoubleBuffer buffer) {
        double[] array = Buffers.readable(buffer);
        return array == null ? Buffers.outside(buffer) : array[Buffers.next(buffer)];
    }

    @Replacement(of = "get")
    static double get(DoubleBuffer buffer, int index) {
        double[] array = Buffers.readable(buffer);
        return array == null ? Buffers.outside(buffer, index) : array[Buffers.place(buffer, index)];
    }

    @Replacement(of = "put")
    static DoubleBuffer put(DoubleBuffer buffer, double x) {
        double[] array = Buffers.writable(buffer);
        array[Buffers.nextRoom(buffer)] = x;
        return buffer;
    }

    @Replacement(of = "put")
    static DoubleBuffer put(DoubleBuffer buffer, int index, double x) {
        double[] array = Buffers.writable(buffer);
        array[Buffers.place(buffer, index)] = x;
        return buffer;
    }

    @Replacement(of = "get")
    static DoubleBuffer get(DoubleBuffer buffer, double[] target, int offset, int length) {
        double[] array = Buffers.readable(buffer);
        if (array == null) {
            double[] numbers = Buffers.outside(buffer, target.length, offset, length);
            System.arraycopy(numbers, 0, target, offset, length);
        } else {
            System.arraycopy(array, Buffers.next(buffer, target.length, offset, length), target, offset, length);
        }
        return buffer;
    }

    @Replacement(of = "get")
    static DoubleBuffer get(DoubleBuffer buffer, double[] target) {
        return get(buffer, target, 0, target.length);
    }

    @Replacement(of = "get")
    static DoubleBuffer get(DoubleBuffer buffer, int index, double[] target, int offset, int length) {
        double[] array = Buffers.readable(buffer);
        if (array == null) {
            double[] numbers = Buffers.outside(buffer, index, target.length, offset, length);
            System.arraycopy(numbers, 0, target, offset, length);
        } else {
            int place = Buffers.place(buffer, index, target.length, offset, length);
            System.arraycopy(array, place, target, offset, length);
        }
        return buffer;
    }

    @Replacement(of = "get")
    static DoubleBuffer get(DoubleBuffer buffer, int index, double[] target) {
        return get(buffer, index, target, 0, target.length);
    }

    @Replacement(of = "put")
    static DoubleBuffer put(DoubleBuffer buffer, double[] source, int offset, int length) {
        double[] array = Buffers.writable(buffer);
        System.arraycopy(source, offset, array, Buffers.nextRoom(buffer, source.length, offset, length), length);
        return buffer;
    }

    @Replacement(of = "put")
    static DoubleBuffer put(DoubleBuffer buffer, double[] source) {
        return put(buffer, source, 0, source.length);
    }

    @Replacement(of = "put")
    static DoubleBuffer put(DoubleBuffer buffer, int index, double[] source, int offset, int length) {
        double[] array = Buffers.writable(buffer);
        System.arraycopy(source, offset, array, Buffers.place(buffer, index, source.length, offset, length), length);
        return buffer;
    }

    @Replacement(of = "put")
    static DoubleBuffer put(DoubleBuffer buffer, int index, double[] source) {
        return put(buffer, index, source, 0, source.length);
    }

    @Replacement(of = "put")
    static DoubleBuffer put(DoubleBuffer buffer, DoubleBuffer source) {
        double[] array = Buffers.writable(buffer);
        int length = source.remaining();
        double[] from = Buffers.readable(source);
        int target = Buffers.nextRoom(buffer, source);
        if (from == null) {
            System.arraycopy(Buffers.remaining(source), 0, array, target, length);
        } else {
            System.arraycopy(from, Buffers.skip(source), array, target, length);
        }
        return buffer;
    }

    @Replacement(of = "put")
    static DoubleBuffer put(DoubleBuffer buffer, int index, DoubleBuffer source, int offset, int length) {
        double[] array = Buffers.writable(buffer);
        double[] from = Buffers.readable(source);
        int target = Buffers.room(buffer, index, source, offset, length);
        if (from == null) {
            System.arraycopy(Buffers.copied(source, offset, length), 0, array, target, length);
        } else {
            System.arraycopy(from, source.arrayOffset() + offset, array, target, length);
        }
        return buffer;
    }

    @Replacement(of = "compact")
    static DoubleBuffer compact(DoubleBuffer buffer) {
        double[] array = Buffers.writable(buffer);
        int from = buffer.arrayOffset() + buffer.position();
        int length = buffer.remaining();
        System.arraycopy(array, from, array, buffer.arrayOffset(), length);
        Buffers.compacted(buffer, length);
        return buffer;
    }
}
