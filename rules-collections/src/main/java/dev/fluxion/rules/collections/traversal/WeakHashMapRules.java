package dev.fluxion.rules.collections.traversal;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Maps that go over their table in one direction by themselves, in the other with their iterators. */
@Rules(of = WeakHashMap.class)
@SuppressWarnings({"JdkObsolete", "NullAway", "unchecked", "unused"}) // values may be null
public final class WeakHashMapRules {

    private WeakHashMapRules() {}

    @Replacement(of = "forEach")
    static <K, V> void forEach(WeakHashMap<K, V> map, BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        @Nullable Object[] keys = Originals.keys(map);
        for (int i = 0; i < keys.length; i++) {
            K key = (K) keys[i];
            action.accept(key, map.get(key));
            if (map.size() != keys.length) {
                throw new ConcurrentModificationException();
            }
        }
    }

    @Replacement(of = "replaceAll")
    static <K, V> void replaceAll(WeakHashMap<K, V> map, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        @Nullable Object[] keys = Originals.keys(map);
        for (int i = 0; i < keys.length; i++) {
            K key = (K) keys[i];
            map.put(key, function.apply(key, map.get(key)));
            if (map.size() != keys.length) {
                throw new ConcurrentModificationException();
            }
        }
    }
}
