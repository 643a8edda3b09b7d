package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.streams.plain.Originals;
import dev.fluxion.rules.collections.streams.plain.PlainStream;

import java.util.Objects;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams of what a spliterator of the JDK goes over. */
@Rules(of = StreamSupport.class)
@SuppressWarnings("unused")
public final class StreamSupportRules {

    private StreamSupportRules() {}

    @Replacement(of = "stream")
    static <T> Stream<T> stream(Spliterator<T> spliterator, boolean parallel) {
        Objects.requireNonNull(spliterator);
        Stream<T> stream = PlainStream.of(Originals.iterator(spliterator), spliterator::getExactSizeIfKnown);
        return parallel ? stream.parallel() : stream;
    }
}
