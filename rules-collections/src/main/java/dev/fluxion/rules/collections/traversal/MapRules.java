package dev.fluxion.rules.collections.traversal;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.receivers.Receivers;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Functions called for each entry of a map of which the call does not tell the class. */
@Rules(of = Map.class)
@SuppressWarnings({"NullAway", "unchecked", "unused"}) // keys and values may be null
public final class MapRules {

    private MapRules() {}

    @Replacement(of = "forEach", anyReceiver = true)
    static <K, V> void forEachOfAny(Map<K, V> map, BiConsumer<? super K, ? super V> action) {
        if (Receivers.isView(map.getClass())) {
            Objects.requireNonNull(action);
            for (Object each : Originals.keys(map)) {
                K key = (K) each;
                action.accept(key, map.get(key));
            }
            return;
        }
        if (!Receivers.goesByEntries(map.getClass())) {
            map.forEach(action);
            return;
        }
        Objects.requireNonNull(action);
        for (Map.Entry<K, V> entry : map.entrySet()) {
            action.accept(entry.getKey(), entry.getValue());
        }
    }
}
