package dev.fluxion.engine.graph;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a functional object has captured.
 *
 * @param function the functional object
 * @param values the captured values, boxed; the object itself alone, if it is of an ordinary class
 * @param names the names of the variables, possibly empty
 */
@SuppressWarnings("ArrayRecordComponent") // the array that the compiled code was given
public record Captured(Object function, @Nullable Object[] values, List<String> names) {

    /** Copies the names in. */
    public Captured {
        names = List.copyOf(names);
    }

    /** Returns whether this is an object with fields, rather than a lambda or method reference. */
    @SuppressWarnings("ReferenceEquality") // the object itself
    boolean isObject() {
        return values.length == 1 && values[0] == function;
    }
}
