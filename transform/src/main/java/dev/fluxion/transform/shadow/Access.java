package dev.fluxion.transform.shadow;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

/**
 * A number read from memory or stored there, in a place whose shadow is found by identity.
 *
 * @param owner the array, object or box; null for a static field
 * @param index the element's index; null for a field
 * @param slot the field's place in its object's shadow
 * @param field name of the static field, as the table of shadows knows it, else null
 * @param type the type of the number
 * @param stored the number that is stored; null if it is read
 */
public record Access(
        @Nullable Value owner,
        @Nullable Value index,
        int slot,
        @Nullable String field,
        PrimitiveType type,
        @Nullable Value stored) {}
