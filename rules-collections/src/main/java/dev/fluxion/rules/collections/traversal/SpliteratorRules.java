package dev.fluxion.rules.collections.traversal;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.receivers.Receivers;

import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;

/** What goes over the elements of a collection of the JDK. */
@Rules(of = Spliterator.class)
@MovesReferences(
        of = {
            "trySplit",
            "estimateSize",
            "getExactSizeIfKnown",
            "characteristics",
            "hasCharacteristics",
            "getComparator"
        })
@SuppressWarnings({"NullAway", "ReferenceEquality", "unchecked", "unused"}) // elements may be null
public final class SpliteratorRules {

    private SpliteratorRules() {}

    @Replacement(of = "tryAdvance")
    static <T> boolean tryAdvance(Spliterator<T> elements, Consumer<? super T> action) {
        Objects.requireNonNull(action);
        Receivers.requireMoving(elements);
        Object element = Originals.next(elements);
        if (element == Originals.NONE) {
            return false;
        }
        action.accept((T) element);
        return true;
    }
}
