package dev.fluxion.rules.collections;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Comparator;

/** The static methods of {@code Collections} that neither compute nor run what they are given. */
@Rules(of = Collections.class)
@MovesReferences(
        of = {
            "emptyList",
            "emptyMap",
            "emptySet",
            "emptyIterator",
            "emptySortedMap",
            "emptyNavigableMap",
            "emptySortedSet",
            "emptyNavigableSet",
            "emptyListIterator",
            "nCopies",
            "singleton",
            "singletonList",
            "singletonMap",
            "asLifoQueue",
            "newSetFromMap",
            "newSequencedSetFromMap",
            "enumeration",
            "unmodifiableCollection",
            "unmodifiableSequencedCollection",
            "unmodifiableList",
            "unmodifiableSet",
            "unmodifiableSequencedSet",
            "unmodifiableSortedSet",
            "unmodifiableNavigableSet",
            "unmodifiableMap",
            "unmodifiableSequencedMap",
            "unmodifiableSortedMap",
            "unmodifiableNavigableMap",
            "synchronizedCollection",
            "synchronizedList",
            "synchronizedSet",
            "synchronizedSortedSet",
            "synchronizedNavigableSet",
            "synchronizedMap",
            "synchronizedSortedMap",
            "synchronizedNavigableMap"
        })
@SuppressWarnings("unused")
public final class UtilityRules {

    private UtilityRules() {}

    @Replacement(of = "reverseOrder")
    static <T> Comparator<T> reverseOrder(@Nullable Comparator<T> order) {
        return order == null ? Collections.reverseOrder() : (a, b) -> order.compare(b, a);
    }
}
