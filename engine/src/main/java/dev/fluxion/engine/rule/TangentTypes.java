package dev.fluxion.engine.rule;

import dev.fluxion.rule.TangentType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The classes whose numbers only rules know, with their tangents. */
public final class TangentTypes {

    /** There are none. */
    public static final TangentTypes NONE = new TangentTypes(List.of());

    private final List<TangentType<?, ?>> types;

    TangentTypes(List<TangentType<?, ?>> types) {
        this.types = List.copyOf(types);
    }

    /** Returns the type of a class's tangents, or null if its numbers are in plain sight. */
    public @Nullable TangentType<?, ?> of(Class<?> type) {
        for (TangentType<?, ?> each : types) {
            if (each.primal().isAssignableFrom(type)) {
                return each;
            }
        }
        return null;
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return types.isEmpty();
    }
}
