package dev.fluxion.tangent;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.diagnostic.Spelling;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Says why a tangent does not have what it is asked for, and what it has. */
final class TangentErrors {

    private TangentErrors() {}

    /** Returns the error for a part that is not there. */
    static NotDifferentiableException missing(Tangent tangent, @Nullable Object key) {
        String why = tangent.absent().get(key);
        List<String> names = tangent.names();
        if (why != null) {
            return refused(tangent, key, why, names.isEmpty() ? "" : "one of: " + String.join(", ", names));
        }
        return switch (tangent.form()) {
            case FIELDS ->
                    key instanceof String name
                            ? misspelled(tangent, name, "there is no such field")
                            : refused(
                                    tangent, key, "it is an object", "one of its fields: " + String.join(", ", names));
            case ELEMENTS ->
                    key instanceof Integer
                            ? refused(
                                    tangent,
                                    key,
                                    "it has " + tangent.size() + " elements",
                                    "an index below " + tangent.size())
                            : refused(tangent, key, "its gradients are asked by index", "get(0)");
            case ENTRIES ->
                    key instanceof String name && !names.isEmpty()
                            ? misspelled(tangent, name, "there was no such key")
                            : refused(tangent, key, "there was no such key", "one of those that keys() gives");
        };
    }

    /** Returns the error for a part that is of another type than it was asked for. */
    static NotDifferentiableException otherType(Tangent tangent, @Nullable Object key, @Nullable Object part) {
        String is = part == null ? "null, as it was" : "a " + display(part.getClass());
        String quoted = key instanceof String ? "\"" + key + "\"" : String.valueOf(key);
        return refused(tangent, key, "its gradient is " + is, "get(" + quoted + "), or the getter of its type");
    }

    /** Returns the error for a part that cannot be had. */
    static NotDifferentiableException refused(Tangent tangent, @Nullable Object key, String why, String remedy) {
        String part =
                switch (tangent.form()) {
                    case FIELDS -> "the field ";
                    case ELEMENTS -> "element ";
                    case ENTRIES -> "the value of ";
                };
        String what = "there is no such gradient in " + part + key + " of " + display(tangent.type());
        return new NotDifferentiableException(Diagnostic.of(ErrorId.TANGENT_PART, what, why, remedy));
    }

    /** Returns the name of a class. */
    static String display(Class<?> type) {
        return type.isHidden() ? TangentText.name(type) : type.getTypeName();
    }

    private static NotDifferentiableException misspelled(Tangent tangent, String name, String why) {
        List<String> known = tangent.names();
        String nearest = Spelling.nearest(name, known);
        return refused(
                tangent,
                name,
                why,
                nearest == null ? "one of: " + String.join(", ", known) : "\"" + nearest + "\", if that was meant");
    }
}
