package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.receivers.Receivers;
import dev.fluxion.rules.collections.streams.objects.Advanced;
import dev.fluxion.rules.collections.streams.plain.Originals;
import dev.fluxion.rules.collections.streams.plain.PlainStream;

import java.util.Iterator;
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
        boolean isOfJdk = Receivers.isOfJdk(spliterator.getClass());
        if (isOfJdk) {
            Receivers.requireMoving(spliterator);
        }
        Iterator<T> elements = isOfJdk ? Originals.iterator(spliterator) : new Advanced<>(spliterator);
        Stream<T> stream = PlainStream.of(elements, spliterator::getExactSizeIfKnown);
        return parallel ? stream.parallel() : stream;
    }
}
