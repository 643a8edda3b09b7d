package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.receivers.Receivers;
import dev.fluxion.rules.collections.streams.plain.PlainStream;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The streams of collections. */
@Rules(of = Collection.class)
@SuppressWarnings("unused")
public final class CollectionStreamRules {

    private CollectionStreamRules() {}

    @Replacement(of = "stream")
    static <T> Stream<T> stream(Collection<T> collection) {
        Objects.requireNonNull(collection);
        return Receivers.isSplit(collection.getClass())
                ? StreamSupport.stream(collection.spliterator(), false)
                : PlainStream.of(collection, null);
    }

    @Replacement(of = "stream", anyReceiver = true)
    static <T> Stream<T> streamOfAny(Collection<T> collection) {
        Stream<T> own =
                Receivers.isIterated(collection.getClass()) ? null : Objects.requireNonNull(collection.stream());
        return PlainStream.of(collection, own);
    }

    @Replacement(of = "parallelStream")
    static <T> Stream<T> parallelStream(Collection<T> collection) {
        return stream(collection).parallel();
    }

    @Replacement(of = "parallelStream", anyReceiver = true)
    static <T> Stream<T> parallelStreamOfAny(Collection<T> collection) {
        boolean isIterated = Receivers.isIterated(collection.getClass());
        Stream<T> own = isIterated ? null : Objects.requireNonNull(collection.parallelStream());
        PlainStream<T> stream = PlainStream.of(collection, own);
        return isIterated ? stream.parallel() : stream;
    }
}
