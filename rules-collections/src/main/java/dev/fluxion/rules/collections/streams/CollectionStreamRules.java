package dev.fluxion.rules.collections.streams;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Collection;
import java.util.stream.Stream;

/** The streams of collections. One that might be parallel is sequential. */
@Rules(of = Collection.class)
@SuppressWarnings("unused")
public final class CollectionStreamRules {

    private CollectionStreamRules() {}

    @Replacement(of = "stream")
    static <T> Stream<T> stream(Collection<T> collection) {
        return PlainStream.of(collection);
    }

    @Replacement(of = "parallelStream")
    static <T> Stream<T> parallelStream(Collection<T> collection) {
        return PlainStream.of(collection);
    }
}
