package dev.fluxion.rules.collections.traversal;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Predicate;

/** Array lists ask for all elements whether they are to go before the first one does; collections need not. */
@Rules(of = ArrayList.class)
@SuppressWarnings({"NullAway", "NonApiType", "unused"}) // elements may be null; rules take what methods are called on
public final class ArrayListRules {

    private ArrayListRules() {}

    @Replacement(of = "removeIf")
    static <T> boolean removeIf(ArrayList<T> list, Predicate<? super T> filter) {
        Objects.requireNonNull(filter);
        Iterator<T> before = list.iterator();
        boolean[] isRemoved = CopyOnWriteListRules.tested(list.toArray(), filter);
        if (isRemoved.length > 0) {
            before.next(); // throws if the predicate has changed the list
        }
        return Originals.removeIf(list, isRemoved);
    }
}
