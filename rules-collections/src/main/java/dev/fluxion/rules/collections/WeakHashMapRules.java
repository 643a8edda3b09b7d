package dev.fluxion.rules.collections;

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
final class WeakHashMapRules {

    private WeakHashMapRules() {}

    @Replacement(of = "forEach")
    static <K, V> void forEach(WeakHashMap<K, V> map, BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        @Nullable Object[] entries = Originals.entries(map);
        for (int i = 0; i < entries.length; i += 2) {
            action.accept((K) entries[i], (V) entries[i + 1]);
            if (2 * map.size() != entries.length) {
                throw new ConcurrentModificationException();
            }
        }
    }

    @Replacement(of = "replaceAll")
    static <K, V> void replaceAll(WeakHashMap<K, V> map, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        @Nullable Object[] entries = Originals.entries(map);
        for (int i = 0; i < entries.length; i += 2) {
            K key = (K) entries[i];
            map.put(key, function.apply(key, (V) entries[i + 1]));
            if (2 * map.size() != entries.length) {
                throw new ConcurrentModificationException();
            }
        }
    }
}
