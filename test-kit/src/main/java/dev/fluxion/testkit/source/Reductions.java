package dev.fluxion.testkit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes trees smaller in one place. Whether what comes out is still a program, a compiler may say. */
public final class Reductions {

    private static final Map<String, List<String>> PLAIN =
            Map.of("double", List.of("0.5", "1.0"), "int", List.of("0", "1"), "boolean", List.of("true", "false"));

    private Reductions() {}

    /** Returns the trees that lack something, those that lack most first. */
    public static List<Node> of(Node tree) {
        List<Node> smaller = new ArrayList<>(each(tree));
        smaller.sort((x, y) -> Integer.compare(x.size(), y.size()));
        return smaller;
    }

    private static List<Node> each(Node node) {
        List<Node> smaller =
                new ArrayList<>(
                        switch (node.kind()) {
                            case BODY, TYPE, FILE -> shorter(node);
                            case EXPRESSION -> simpler(node);
                            case STATEMENT, MEMBER -> List.of();
                        });
        List<Node> parts = node.parts();
        for (int i = 0; i < parts.size(); i++) {
            for (Node part : each(parts.get(i))) {
                smaller.add(node.withPart(i, part));
            }
        }
        return smaller;
    }

    /** Lists without some of their entries, or with the contents of an entry in its place. */
    private static List<Node> shorter(Node list) {
        List<Node> smaller = new ArrayList<>();
        List<Node> parts = list.parts();
        for (int length = parts.size(); length > 0; length /= 2) {
            for (int from = 0; from + length <= parts.size(); from += length) {
                List<Node> left = new ArrayList<>(parts.subList(0, from));
                left.addAll(parts.subList(from + length, parts.size()));
                smaller.add(list.withParts(left));
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            for (Node inner : parts.get(i).parts()) {
                if (parts.get(i).kind() == Node.Kind.STATEMENT && inner.kind() == Node.Kind.BODY) {
                    List<Node> spliced = new ArrayList<>(parts.subList(0, i));
                    spliced.addAll(inner.parts());
                    spliced.addAll(parts.subList(i + 1, parts.size()));
                    smaller.add(list.withParts(spliced));
                }
            }
        }
        return smaller;
    }

    /** A part of the expression's type, or a constant. */
    private static List<Node> simpler(Node expression) {
        List<Node> smaller = new ArrayList<>();
        for (Node part : expression.parts()) {
            if (part.type().equals(expression.type())) {
                smaller.add(part);
            }
        }
        List<String> plain = PLAIN.getOrDefault(expression.type(), List.of());
        if (!expression.parts().isEmpty() || !plain.contains(expression.text())) {
            for (String constant : plain) {
                smaller.add(Node.expression(expression.type(), constant));
            }
        }
        return smaller;
    }
}
