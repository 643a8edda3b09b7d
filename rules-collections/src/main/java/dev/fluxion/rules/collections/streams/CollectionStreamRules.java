package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.streams.objects.ObjectSources;
import dev.fluxion.rules.collections.streams.plain.Originals;
import dev.fluxion.rules.collections.streams.plain.PlainStream;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

/** The streams of collections. */
@Rules(of = Collection.class)
@SuppressWarnings("unused")
public final class CollectionStreamRules {

    private CollectionStreamRules() {}

    @Replacement(of = "stream")
    static <T> Stream<T> stream(Collection<T> collection) {
        Objects.requireNonNull(collection);
        return PlainStream.of(new ObjectSources.OfIterable<>(collection), () -> Originals.exactSize(collection));
    }

    @Replacement(of = "parallelStream")
    static <T> Stream<T> parallelStream(Collection<T> collection) {
        return stream(collection).parallel();
    }
}
