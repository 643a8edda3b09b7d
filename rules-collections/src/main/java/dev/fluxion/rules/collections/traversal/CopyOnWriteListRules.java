package dev.fluxion.rules.collections.traversal;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Lists whose iterators go over a copy that cannot be changed: what the interfaces say is not what they do. */
@Rules(of = CopyOnWriteArrayList.class)
@SuppressWarnings({"NullAway", "unchecked", "unused"}) // elements may be null
public final class CopyOnWriteListRules {

    private CopyOnWriteListRules() {}

    @Replacement(of = "replaceAll")
    static <T> void replaceAll(CopyOnWriteArrayList<T> list, UnaryOperator<T> operator) {
        Objects.requireNonNull(operator);
        @Nullable Object[] elements = list.toArray();
        for (int i = 0; i < elements.length; i++) {
            elements[i] = operator.apply((T) elements[i]);
        }
        Originals.replaceAll(list, elements);
    }

    @Replacement(of = "sort")
    static <T> void sort(CopyOnWriteArrayList<T> list, @Nullable Comparator<? super T> order) {
        @Nullable Object[] elements = list.toArray();
        Arrays.sort((T[]) elements, order);
        Originals.replaceAll(list, elements);
    }

    @Replacement(of = "removeIf")
    static <T> boolean removeIf(CopyOnWriteArrayList<T> list, Predicate<? super T> filter) {
        Objects.requireNonNull(filter);
        return Originals.removeIf(list, tested(list.toArray(), filter));
    }

    /** Asks for each element whether it is to go. */
    static <T> boolean[] tested(@Nullable Object[] elements, Predicate<? super T> filter) {
        boolean[] isRemoved = new boolean[elements.length];
        for (int i = 0; i < elements.length; i++) {
            isRemoved[i] = filter.test((T) elements[i]);
        }
        return isRemoved;
    }
}
