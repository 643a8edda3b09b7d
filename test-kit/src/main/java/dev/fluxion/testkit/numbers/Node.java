package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What a value consists of. What is referred to twice is one node. */
@SuppressWarnings("ArrayRecordComponent") // compared by identity
sealed interface Node {

    /** A boxed number. */
    record Box(int position, boolean isSingle) implements Node {}

    /** A {@code double[]}; its numbers are at consecutive positions. */
    record Doubles(double[] array, int first) implements Node {}

    /** A {@code float[]}; its numbers are at consecutive positions. */
    record Floats(float[] array, int first) implements Node {}

    /** What has parts of its own. */
    final class Parts implements Node {
        final Object holder;
        final Kind kind;
        final List<Part> parts = new ArrayList<>();

        Parts(Object holder, Kind kind) {
            this.holder = holder;
            this.kind = kind;
        }
    }

    /** An array without such numbers. */
    record WholeArray(Object array) implements Node {}

    /** Anything else. */
    record Constant(@Nullable Object value) implements Node {}

    /**
     * A part of something.
     *
     * @param key a {@code Field}, an index, or the key in a map
     */
    record Part(Object key, Node node) {}
}
