package dev.fluxion.engine.graph;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * The fields of the objects of a class.
 *
 * @param parts its fields, those of superclasses first; those of a record in the order of its components
 * @param constructor makes a record of its components, {@code (Object[])Object}; null if the class is no record
 * @param unreadable why the fields cannot be read, or null if they can; there are no parts then
 */
record Layout(List<Part> parts, @Nullable MethodHandle constructor, @Nullable String unreadable) {

    /** Copies the list in. */
    Layout {
        parts = List.copyOf(parts);
    }

    /** Returns whether objects of the class are records. */
    boolean isRecord() {
        return constructor != null;
    }
}
