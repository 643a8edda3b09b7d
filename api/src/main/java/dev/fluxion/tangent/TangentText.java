package dev.fluxion.tangent;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Writes a tangent for people: each object once, arrays not to their end. */
final class TangentText {

    private static final int LONGEST_ARRAY = 10;
    private static final int DEEPEST = 12;

    private final StringBuilder text = new StringBuilder();
    private final Set<Tangent> written = Collections.newSetFromMap(new IdentityHashMap<>());

    private TangentText() {}

    static String of(Tangent tangent) {
        TangentText writer = new TangentText();
        writer.write(tangent, 0);
        return writer.text.toString();
    }

    private void write(Tangent tangent, int depth) {
        boolean isIndexed = tangent.form() == Tangent.Form.ELEMENTS;
        if (tangent.form() == Tangent.Form.FIELDS) {
            text.append(name(tangent.type()));
        }
        boolean again = !written.add(tangent);
        String open = isIndexed ? "[" : "{";
        String close = isIndexed ? "]" : "}";
        text.append(open);
        if (again || depth > DEEPEST) {
            text.append("...");
        } else {
            int count = 0;
            for (Map.Entry<@Nullable Object, @Nullable Object> part : tangent.parts().entrySet()) {
                text.append(count == 0 ? "" : ", ");
                if (tangent.form() != Tangent.Form.FIELDS && count == LONGEST_ARRAY) {
                    appendRest(tangent.size() - count);
                    break;
                }
                if (!isIndexed) {
                    text.append(part.getKey()).append('=');
                }
                write(part.getValue(), depth);
                count++;
            }
        }
        text.append(close);
    }

    private void write(@Nullable Object value, int depth) {
        switch (value) {
            case Tangent tangent -> write(tangent, depth + 1);
            case double[] array -> {
                text.append('[');
                for (int i = 0; i < Math.min(array.length, LONGEST_ARRAY); i++) {
                    text.append(i == 0 ? "" : ", ").append(array[i]);
                }
                closeArray(array.length);
            }
            case float[] array -> {
                text.append('[');
                for (int i = 0; i < Math.min(array.length, LONGEST_ARRAY); i++) {
                    text.append(i == 0 ? "" : ", ").append(array[i]);
                }
                closeArray(array.length);
            }
            case Object[] array -> {
                text.append('[');
                for (int i = 0; i < Math.min(array.length, LONGEST_ARRAY); i++) {
                    text.append(i == 0 ? "" : ", ");
                    write(array[i], depth + 1);
                }
                closeArray(array.length);
            }
            case null, default -> text.append(value);
        }
    }

    private void closeArray(int length) {
        if (length > LONGEST_ARRAY) {
            text.append(", ");
            appendRest(length - LONGEST_ARRAY);
        }
        text.append(']');
    }

    private void appendRest(int count) {
        text.append("... ").append(count).append(" more");
    }

    /** Returns the class's simple name; that of a lambda has a number, which changes from run to run. */
    static String name(Class<?> type) {
        if (type.isHidden() && type.getName().contains("$$Lambda")) {
            return "lambda";
        }
        String simple = type.getSimpleName();
        return simple.isEmpty() ? type.getName().substring(type.getName().lastIndexOf('.') + 1) : simple;
    }
}
