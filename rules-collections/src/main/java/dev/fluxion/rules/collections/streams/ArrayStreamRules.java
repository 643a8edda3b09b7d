package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.streams.doubles.DoubleSources;
import dev.fluxion.rules.collections.streams.ints.IntSources;
import dev.fluxion.rules.collections.streams.longs.LongSources;
import dev.fluxion.rules.collections.streams.objects.ObjectSources;
import dev.fluxion.rules.collections.streams.plain.PlainDoubleStream;
import dev.fluxion.rules.collections.streams.plain.PlainIntStream;
import dev.fluxion.rules.collections.streams.plain.PlainLongStream;
import dev.fluxion.rules.collections.streams.plain.PlainStream;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The streams of arrays. */
@Rules(of = Arrays.class)
@SuppressWarnings("unused")
public final class ArrayStreamRules {

    private ArrayStreamRules() {}

    private static void check(int length, int from, int to) {
        if (from > to) {
            throw new ArrayIndexOutOfBoundsException("origin(" + from + ") > fence(" + to + ")");
        }
        if (from < 0) {
            throw new ArrayIndexOutOfBoundsException(from);
        }
        if (to > length) {
            throw new ArrayIndexOutOfBoundsException(to);
        }
    }

    @Replacement(of = "stream")
    static <T> Stream<T> stream(T[] array) {
        return StreamRules.of(array);
    }

    @Replacement(of = "stream")
    static <T> Stream<T> stream(T[] array, int from, int to) {
        check(array.length, from, to);
        return PlainStream.of(new ObjectSources.OfArray<>(array, from, to), () -> to - from);
    }

    @Replacement(of = "stream")
    static DoubleStream stream(double[] array) {
        return DoubleStreamRules.of(array);
    }

    @Replacement(of = "stream")
    static DoubleStream stream(double[] array, int from, int to) {
        check(array.length, from, to);
        return PlainDoubleStream.of(new DoubleSources.OfArray(array, from, to), () -> to - from);
    }

    @Replacement(of = "stream")
    static IntStream stream(int[] array) {
        return IntStreamRules.of(array);
    }

    @Replacement(of = "stream")
    static IntStream stream(int[] array, int from, int to) {
        check(array.length, from, to);
        return PlainIntStream.of(new IntSources.OfArray(array, from, to), () -> to - from);
    }

    @Replacement(of = "stream")
    static LongStream stream(long[] array) {
        return LongStreamRules.of(array);
    }

    @Replacement(of = "stream")
    static LongStream stream(long[] array, int from, int to) {
        check(array.length, from, to);
        return PlainLongStream.of(new LongSources.OfArray(array, from, to), () -> to - from);
    }
}
