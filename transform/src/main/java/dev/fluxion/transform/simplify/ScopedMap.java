package dev.fluxion.transform.simplify;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A map whose additions can be taken back to a mark.
 *
 * @param <K> what is looked up
 * @param <V> what is found
 */
final class ScopedMap<K, V> {

    private final Map<K, V> map = new HashMap<>();
    private final List<Change<K, V>> changes = new ArrayList<>();

    private record Change<K, V>(K key, @Nullable V before) {}

    @Nullable V get(K key) {
        return map.get(key);
    }

    void put(K key, V value) {
        changes.add(new Change<>(key, map.put(key, value)));
    }

    /** Returns a mark for {@link #undo}. */
    int mark() {
        return changes.size();
    }

    /** Takes back all additions since the mark. */
    void undo(int mark) {
        while (changes.size() > mark) {
            Change<K, V> change = changes.removeLast();
            if (change.before == null) {
                map.remove(change.key);
            } else {
                map.put(change.key, change.before);
            }
        }
    }
}
