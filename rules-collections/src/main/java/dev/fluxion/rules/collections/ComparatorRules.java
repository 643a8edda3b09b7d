package dev.fluxion.rules.collections;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;

/** Orders that know where null belongs; other comparators are differentiated by their own code. */
@Rules(of = Comparator.class)
@SuppressWarnings("unused")
public final class ComparatorRules {

    private ComparatorRules() {}

    /** Null before or behind all others, which have an order of their own or none. */
    private record WithNulls<T>(boolean isFirst, @Nullable Comparator<T> order) implements Comparator<@Nullable T> {
        @Override
        public int compare(@Nullable T a, @Nullable T b) {
            if (a == null || b == null) {
                int place = (a == null ? 0 : 1) - (b == null ? 0 : 1);
                return isFirst ? place : -place;
            }
            return order == null ? 0 : order.compare(a, b);
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // the further order is asked about others than null only
        public Comparator<@Nullable T> thenComparing(Comparator<? super @Nullable T> further) {
            Comparator<T> next = (Comparator<T>) further;
            return new WithNulls<>(isFirst, order == null ? next : order.thenComparing(next));
        }

        @Override
        public Comparator<@Nullable T> reversed() {
            return new WithNulls<>(!isFirst, order == null ? null : order.reversed());
        }
    }

    @Replacement(of = "nullsFirst")
    @SuppressWarnings("unchecked") // an order of more is one of fewer
    static <T> Comparator<@Nullable T> nullsFirst(@Nullable Comparator<? super T> order) {
        return new WithNulls<>(true, (Comparator<T>) order);
    }

    @Replacement(of = "nullsLast")
    @SuppressWarnings("unchecked") // an order of more is one of fewer
    static <T> Comparator<@Nullable T> nullsLast(@Nullable Comparator<? super T> order) {
        return new WithNulls<>(false, (Comparator<T>) order);
    }
}
