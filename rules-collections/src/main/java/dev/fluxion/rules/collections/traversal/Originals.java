package dev.fluxion.rules.collections.traversal;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;

/** What only a collection itself can do: its own methods, with functions that compute nothing. */
@Rules(of = Originals.class)
@MovesReferences
public final class Originals {

    /** Stands for an element that is not there; null may be one that is. */
    static final Object NONE = new Object();

    private Originals() {}

    /** Returns the keys, in the order in which {@code forEach} meets them. */
    static @Nullable Object[] keys(Map<?, ?> map) {
        List<@Nullable Object> all = new ArrayList<>();
        map.forEach((key, value) -> all.add(key));
        return all.toArray();
    }

    /** Replaces all elements, in one step. */
    @SuppressWarnings("unchecked")
    static void replaceAll(List<?> list, @Nullable Object[] elements) {
        int[] next = {0};
        ((List<@Nullable Object>) list).replaceAll(before -> next[0] < elements.length ? elements[next[0]++] : before);
    }

    /** Removes elements, in one step; returns whether there were any. */
    static boolean removeIf(Collection<?> all, boolean[] isRemoved) {
        int[] next = {0};
        return all.removeIf(element -> next[0] < isRemoved.length && isRemoved[next[0]++]);
    }

    /** Returns the next element, or {@link #NONE}. */
    static @Nullable Object next(Spliterator<?> elements) {
        @Nullable Object[] found = {NONE};
        elements.tryAdvance(element -> found[0] = element);
        return found[0];
    }
}
