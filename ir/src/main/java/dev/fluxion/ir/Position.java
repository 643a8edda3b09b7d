package dev.fluxion.ir;

import java.util.Optional;

/**
 * Where in the user's source an operation comes from.
 *
 * @param className the class with dots, such as {@code com.acme.Pricer}
 * @param method the method's name
 * @param file the source file's name, or empty
 * @param line the line, or 0 where the class file does not say
 * @param inlinedAt the call through which the operation was inlined
 */
public record Position(String className, String method, String file, int line, Optional<Position> inlinedAt) {

    /** No position: code that has no counterpart in the source. */
    public static final Position NONE = new Position("", "", "", 0, Optional.empty());

    /** Returns this position, reached through a call. */
    public Position inlinedAt(Position call) {
        return new Position(
                className,
                method,
                file,
                line,
                Optional.of(inlinedAt.isPresent() ? inlinedAt.get().inlinedAt(call) : call));
    }

    /** Returns whether anything is known. */
    public boolean isKnown() {
        return !className.isEmpty();
    }

    /** Returns the text of a stack trace element: {@code com.acme.Pricer.path(Pricer.java:58)}. */
    @Override
    public String toString() {
        if (!isKnown()) {
            return "(unknown source)";
        }
        String place = file.isEmpty() ? "Unknown Source" : line > 0 ? file + ":" + line : file;
        return className + "." + method + "(" + place + ")";
    }
}
