package dev.fluxion.engine.cache;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Values by class and key. A value lives at least as long as its class and this cache, and does not keep the class
 * alive unless something else keeps the value alive. However many threads ask for one key, one of them makes the value
 * and the others wait; what fails is not remembered. Thread safe.
 *
 * @param <K> keys, which may refer to the class
 * @param <V> values
 */
public final class ClassCache<K, V> {

    private final Cells<K, V> cells = new Cells<>();

    /** Makes an empty cache. */
    public ClassCache() {}

    /**
     * Returns the value, making it if it is not there.
     *
     * @param type the class
     * @param key the key within the class
     * @param making makes the value; it may ask this cache for other keys
     */
    public V get(Class<?> type, K key, Supplier<V> making) {
        ConcurrentHashMap<K, Cell<V>> ofType = cells.get(type);
        Cell<V> cell = ofType.get(key);
        if (cell == null) {
            Cell<V> fresh = new Cell<>();
            cell = ofType.putIfAbsent(key, fresh);
            cell = cell == null ? fresh : cell;
        }
        V value = cell.value;
        return value == null ? cell.make(making) : value;
    }

    private static final class Cells<K, V> extends ClassValue<ConcurrentHashMap<K, Cell<V>>> {
        @Override
        protected ConcurrentHashMap<K, Cell<V>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    }

    private static final class Cell<V> {
        private volatile @Nullable V value;
        private boolean making;

        synchronized V make(Supplier<V> supplier) {
            V made = value;
            if (made != null) {
                return made;
            }
            if (making) {
                throw new IllegalStateException("making this value asks for the value itself");
            }
            making = true;
            try {
                made = supplier.get();
                value = made;
                return made;
            } finally {
                making = false;
            }
        }
    }
}
