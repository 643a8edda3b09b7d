package dev.fluxion.rules.collections.traversal;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.Objects;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Predicate;

/** Sets whose iterators go over a copy that cannot be changed, as those of {@link CopyOnWriteListRules}. */
@Rules(of = CopyOnWriteArraySet.class)
@SuppressWarnings("unused")
public final class CopyOnWriteSetRules {

    private CopyOnWriteSetRules() {}

    @Replacement(of = "removeIf")
    static <T> boolean removeIf(CopyOnWriteArraySet<T> set, Predicate<? super T> filter) {
        Objects.requireNonNull(filter);
        return Originals.removeIf(set, CopyOnWriteListRules.tested(set.toArray(), filter));
    }
}
