package dev.fluxion.testkit.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a program's source: a text with holes for other pieces.
 *
 * <p>{@code if (#0) #1} with a condition and a body is a statement. The holes are numbered by one digit; a hole may
 * occur twice.
 *
 * @param kind what it is
 * @param type an expression's type as Java spells it; else empty
 * @param text the text with holes
 * @param parts what goes into the holes; of a {@link Kind#BODY}, {@link Kind#TYPE} or {@link Kind#FILE} its statements
 *     or members
 */
public record Node(Kind kind, String type, String text, List<Node> parts) {

    /** Kinds of pieces. */
    public enum Kind {
        /** Has a value. */
        EXPRESSION,
        /** Can be left out. */
        STATEMENT,
        /** Statements between braces. */
        BODY,
        /** A field, a method or a constructor, which can be left out. */
        MEMBER,
        /** A class with members, which can be left out. */
        TYPE,
        /** Everything. */
        FILE
    }

    /** Copies the parts in. */
    public Node {
        parts = List.copyOf(parts);
    }

    public static Node expression(String type, String text, Node... parts) {
        return new Node(Kind.EXPRESSION, type, text, List.of(parts));
    }

    public static Node statement(String text, Node... parts) {
        return new Node(Kind.STATEMENT, "", text, List.of(parts));
    }

    public static Node body(List<Node> statements) {
        return new Node(Kind.BODY, "", "", statements);
    }

    public static Node member(String text, Node... parts) {
        return new Node(Kind.MEMBER, "", text, List.of(parts));
    }

    public static Node type(String header, List<Node> members) {
        return new Node(Kind.TYPE, "", header, members);
    }

    public static Node file(String header, List<Node> members) {
        return new Node(Kind.FILE, "", header, members);
    }

    /** Returns this piece with other parts. */
    public Node withParts(List<Node> others) {
        return new Node(kind, type, text, others);
    }

    /** Returns this piece with one other part. */
    public Node withPart(int index, Node other) {
        List<Node> others = new ArrayList<>(parts);
        others.set(index, other);
        return withParts(others);
    }

    /** Returns how many pieces this is made of. */
    public int size() {
        int size = 1;
        for (Node part : parts) {
            size += part.size();
        }
        return size;
    }

    /** Returns the source. */
    public String print() {
        StringBuilder out = new StringBuilder();
        print(out, "");
        return out.toString();
    }

    private void print(StringBuilder out, String indent) {
        switch (kind) {
            case EXPRESSION -> fill(out, indent);
            case STATEMENT -> {
                out.append(indent);
                fill(out, indent);
                out.append('\n');
            }
            case MEMBER -> {
                out.append('\n').append(indent);
                fill(out, indent);
                out.append('\n');
            }
            case BODY -> printAll(out, indent);
            case TYPE, FILE -> {
                out.append(kind == Kind.TYPE ? "\n" : "").append(indent).append(text).append(' ');
                printAll(out, indent);
                out.append('\n');
            }
        }
    }

    private void printAll(StringBuilder out, String indent) {
        out.append("{\n");
        for (Node part : parts) {
            part.print(out, indent + "    ");
        }
        out.append(indent).append('}');
    }

    private void fill(StringBuilder out, String indent) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1))) {
                i++;
                parts.get(text.charAt(i) - '0').print(out, indent);
            } else if (c == '\n') {
                out.append('\n').append(indent);
            } else {
                out.append(c);
            }
        }
    }
}
