package dev.fluxion.engine.graph;

import dev.fluxion.engine.cache.ClassCache;
import dev.fluxion.engine.rule.TangentTypes;
import dev.fluxion.rule.TangentType;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What objects are to a gradient, where the numbers of some classes are known to rules only. Thread safe. */
final class Kinds {

    private final TangentTypes hidden;
    private final ClassCache<String, Kind> known = new ClassCache<>();

    Kinds(TangentTypes hidden) {
        this.hidden = hidden;
    }

    /** Returns the type of the tangents of a class whose numbers only rules know, or null if it is none. */
    @Nullable TangentType<?, ?> hidden(Class<?> type) {
        return hidden.isEmpty() ? null : hidden.of(type);
    }

    /** Returns what objects of exactly this class are. */
    Kind of(Class<?> type) {
        return hidden.isEmpty() ? Kind.of(type) : known.get(type, "kind", () -> compute(type));
    }

    /** Returns whether a field or element of this type may lead to a number. */
    boolean mayLeadToNumbers(Class<?> declared) {
        return Kind.mayLeadToNumbers(declared) || !hidden.isEmpty() && mayHide(declared, new HashSet<>());
    }

    private Kind compute(Class<?> type) {
        if (hidden.of(type) != null) {
            return Kind.HIDDEN;
        }
        Kind plain = Kind.of(type);
        if (plain != Kind.CONSTANT || !mayHide(type, new HashSet<>())) {
            return plain;
        }
        return type.isArray() ? Kind.ARRAY : Kind.OBJECT;
    }

    /** Returns whether such a class may be found behind a type that leads to no number else, a final one. */
    private boolean mayHide(Class<?> declared, Set<Class<?>> visiting) {
        if (hidden.of(declared) != null) {
            return true;
        }
        if (declared.isArray()) {
            return mayHide(Objects.requireNonNull(declared.getComponentType()), visiting);
        }
        if (declared.isPrimitive() || Kind.isOfTheJdk(declared) || !visiting.add(declared)) {
            return false;
        }
        for (Class<?> at = declared; at != null && !Kind.isOfTheJdk(at); at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && mayHide(field.getType(), visiting)) {
                    return true;
                }
            }
        }
        return false;
    }
}
