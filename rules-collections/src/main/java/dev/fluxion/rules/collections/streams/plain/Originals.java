package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Rules;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;

/** What is left to the JDK. */
@Rules(of = Originals.class)
@MovesReferences
public final class Originals {

    private Originals() {}

    public static <T> List<T> unmodifiable(List<T> list) {
        return Collections.unmodifiableList(list);
    }

    public static <T> Iterator<T> iterator(Spliterator<T> elements) {
        return Spliterators.iterator(elements);
    }
}
