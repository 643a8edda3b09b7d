package dev.fluxion.rules.collections.traversal;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.receivers.Receivers;

import java.util.Objects;
import java.util.function.Consumer;

/** Functions called for each element of a collection of which the call does not tell the class. */
@Rules(of = Iterable.class)
@SuppressWarnings("unused")
public final class IterableRules {

    private IterableRules() {}

    @Replacement(of = "forEach", anyReceiver = true)
    static <T> void forEachOfAny(Iterable<T> elements, Consumer<? super T> action) {
        if (!Receivers.goesByIterator(elements.getClass())) {
            elements.forEach(action);
            return;
        }
        Objects.requireNonNull(action);
        for (T element : elements) {
            action.accept(element);
        }
    }
}
