package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The little of {@code String} that programs need beside their numbers. */
final class PlainText {

    /** Returns the results of a method, or null if it is not one of those known. */
    @Nullable List<@Nullable Object> call(MethodRef method, List<@Nullable Object> x) {
        if (x.isEmpty() || !(x.getFirst() instanceof String text)) {
            return null;
        }
        return switch (method.name()) {
            case "length" -> List.of(text.length());
            case "isEmpty" -> List.of(text.isEmpty() ? 1 : 0);
            case "hashCode" -> List.of(text.hashCode());
            case "equals" -> List.of(text.equals(x.get(1)) ? 1 : 0);
            case "charAt" -> x.get(1) instanceof Integer at ? List.of((int) text.charAt(at)) : null;
            default -> null;
        };
    }

    /** Returns the text of a value, as in a concatenation. */
    static String of(@Nullable Object value, char descriptor) {
        return switch (value) {
            case null -> "null";
            case Real r -> r.isSingle() ? Float.toString((float) r.value()) : Double.toString(r.value());
            case Integer i ->
                    descriptor == 'Z'
                            ? String.valueOf(i != 0)
                            : descriptor == 'C' ? String.valueOf((char) (int) i) : i.toString();
            case Long j -> j.toString();
            case String s -> s;
            default -> Boxes.isBox(value) ? of(Boxes.content(value), descriptor) : value.getClass().getName();
        };
    }
}
