package dev.fluxion.testkit.oracle;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** An object of the program: its class, and its fields by the name of their class and their own. */
final class HeapObject {

    final Class<?> type;
    final Map<String, @Nullable Object> fields = new HashMap<>();

    HeapObject(Class<?> type) {
        this.type = type;
    }
}
