package dev.fluxion.engine.graph;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a record holds the gradient that its constructor was given. Constructors of users may copy; where they clamp,
 * normalise or sort, what the record holds is no gradient any more.
 */
final class Kept {

    private final Set<Object> unfilled;

    /**
     * Makes a look at records.
     *
     * @param unfilled arrays and containers that get their elements later, by identity: a copy of one is none
     */
    Kept(Set<Object> unfilled) {
        this.unfilled = unfilled;
    }

    /** Returns whether a component is what was given, or a copy of it with the same numbers; linear in its size. */
    @SuppressWarnings("ReferenceEquality") // the same object needs no look
    boolean isKept(@Nullable Object given, @Nullable Object held) {
        if (given == held) {
            return true;
        }
        if (given != null && unfilled.contains(given)) {
            return false;
        }
        return switch (given) {
            case null -> false;
            case double[] numbers -> held instanceof double[] others && Arrays.equals(numbers, others);
            case float[] numbers -> held instanceof float[] others && Arrays.equals(numbers, others);
            case Object[] elements ->
                    held instanceof Object[] others && areKept(Arrays.asList(elements), Arrays.asList(others));
            case Map<?, ?> map -> held instanceof Map<?, ?> other && areKept(map, other);
            case Collection<?> elements -> held instanceof Collection<?> others && areKept(elements, others);
            case Optional<?> optional ->
                    held instanceof Optional<?> other && isKept(optional.orElse(null), other.orElse(null));
            case Double number ->
                    held instanceof Double other && number.doubleValue() == other.doubleValue() || given.equals(held);
            case Float number ->
                    held instanceof Float other && number.floatValue() == other.floatValue() || given.equals(held);
            default -> Objects.equals(given, held);
        };
    }

    private boolean areKept(Collection<?> given, Collection<?> held) {
        if (given.size() != held.size()) {
            return false;
        }
        Iterator<?> others = held.iterator();
        for (Object each : given) {
            if (!isKept(each, others.next())) {
                return false;
            }
        }
        return true;
    }

    private boolean areKept(Map<?, ?> given, Map<?, ?> held) {
        if (given.size() != held.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            if (!held.containsKey(entry.getKey()) || !isKept(entry.getValue(), held.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
