package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.symbol.FieldRef;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/** Fields of objects and classes; those of the program's own classes live in the oracle only. */
final class Fields {

    private final Types types;
    private final Map<String, @Nullable Object> statics = new HashMap<>();

    Fields(Types types) {
        this.types = types;
    }

    @Nullable Object get(HeapObject object, FieldRef field) {
        String key = types.key(field);
        return object.fields.containsKey(key) ? object.fields.get(key) : HeapArray.zero(field.type());
    }

    void put(HeapObject object, FieldRef field, @Nullable Object value) {
        object.fields.put(types.key(field), value);
    }

    @Nullable Object getStatic(FieldRef field) {
        Class<?> owner = types.of(field.owner());
        if (!Types.isOurs(owner)) {
            return constant(owner, field);
        }
        String key = types.key(field);
        return statics.containsKey(key) ? statics.get(key) : HeapArray.zero(field.type());
    }

    void putStatic(FieldRef field, @Nullable Object value) {
        statics.put(types.key(field), value);
    }

    /** A constant of the JDK. */
    private static Object constant(Class<?> owner, FieldRef field) {
        try {
            java.lang.reflect.Field found = owner.getField(field.name());
            Object value = Modifier.isFinal(found.getModifiers()) ? found.get(null) : null;
            return switch (value) {
                case Integer i -> i;
                case Long j -> j;
                case Double d -> Real.constant(d);
                case Float f -> Real.constant(f);
                case String s -> s;
                case null, default -> throw new OracleException("the field " + field);
            };
        } catch (ReflectiveOperationException refused) {
            throw new OracleException("the field " + field, refused);
        }
    }
}
