package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rules.collections.receivers.Receivers;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** How many elements a stream gives, where that is known without going through them; less than 0 where it is not. */
public final class Sizes {

    private Sizes() {}

    /** Fails as a stream does for a negative number of elements. */
    public static void check(long count) {
        if (count < 0) {
            throw new IllegalArgumentException(Long.toString(count));
        }
    }

    /** The size of a collection's stream, as far as its spliterator tells. */
    public static long of(Collection<?> collection) {
        return Receivers.isSized(collection.getClass())
                ? collection.size()
                : collection.spliterator().getExactSizeIfKnown();
    }

    /** The size that another stream knows of. */
    public static long of(Stream<?> stream) {
        LongSupplier size = stream instanceof PlainStream<?> plain ? plain.size() : null;
        return size == null ? -1 : size.getAsLong();
    }

    /** The size of the first elements. */
    public static @Nullable LongSupplier limited(@Nullable LongSupplier size, long most) {
        return size == null ? null : () -> Math.min(size.getAsLong(), most);
    }

    /** The size without the first elements. */
    public static @Nullable LongSupplier skipped(@Nullable LongSupplier size, long count) {
        return size == null ? null : () -> after(size.getAsLong(), count);
    }

    /** The size of two streams. */
    public static @Nullable LongSupplier joined(@Nullable LongSupplier first, @Nullable LongSupplier second) {
        return first == null || second == null ? null : () -> sum(first.getAsLong(), second.getAsLong());
    }

    private static long after(long size, long count) {
        return size < 0 ? size : Math.max(0, size - count);
    }

    private static long sum(long first, long second) {
        return first < 0 || second < 0 ? -1 : first + second;
    }

    /** The size of a range; that of one of more than 2^63 numbers is not known. */
    public static LongSupplier between(long from, long to, boolean isClosed) {
        return () -> from > to ? 0 : to - from < 0 ? -1 : to - from + (isClosed ? 1 : 0);
    }
}
