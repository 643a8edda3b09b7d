package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Joined streams. */
@Rules(of = Stream.class)
@SuppressWarnings("unused")
public final class StreamRules {

    private StreamRules() {}

    @Replacement(of = "concat")
    static <T> Stream<T> concat(Stream<? extends T> first, Stream<? extends T> second) {
        if (first instanceof PlainStream<? extends T> one && second instanceof PlainStream<? extends T> other) {
            return PlainStream.joined(one, other);
        }
        return Opaque.concat(first, second);
    }

    /** What is left to the JDK. */
    @Rules(of = Opaque.class)
    @MovesReferences
    public static final class Opaque {

        private Opaque() {}

        static <T> Stream<T> concat(Stream<? extends T> first, Stream<? extends T> second) {
            return Stream.concat(first, second);
        }

        static <T> Stream<T> stream(Iterable<T> elements, Runnable closing) {
            return StreamSupport.stream(elements.spliterator(), false).onClose(closing);
        }

        static <T> List<T> unmodifiable(List<T> list) {
            return Collections.unmodifiableList(list);
        }
    }
}
