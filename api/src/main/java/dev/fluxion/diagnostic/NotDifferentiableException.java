package dev.fluxion.diagnostic;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * Thrown when a derivative cannot be made, or is asked for with unsuitable arguments. Its message is the text of its
 * diagnostics; all that is wrong is said at once, as soon as it can be known.
 */
public final class NotDifferentiableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Null after deserialization: the message has it all. */
    private final transient @Nullable List<Diagnostic> diagnostics;

    /** Makes an exception of one reason. */
    public NotDifferentiableException(Diagnostic diagnostic) {
        this(List.of(diagnostic), null);
    }

    /** Makes an exception of one reason, with the exception that led to it. */
    public NotDifferentiableException(Diagnostic diagnostic, @Nullable Throwable cause) {
        this(List.of(diagnostic), cause);
    }

    /** Makes an exception of all reasons found, at least one; equal ones count once. */
    public NotDifferentiableException(List<Diagnostic> diagnostics) {
        this(diagnostics, null);
    }

    private NotDifferentiableException(List<Diagnostic> diagnostics, @Nullable Throwable cause) {
        super(render(distinct(diagnostics)), cause);
        this.diagnostics = distinct(diagnostics);
    }

    /** Returns the reasons, in the order in which they were found. */
    public List<Diagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }

    private static List<Diagnostic> distinct(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("an exception without a diagnostic");
        }
        return List.copyOf(new LinkedHashSet<>(diagnostics));
    }

    private static String render(List<Diagnostic> diagnostics) {
        if (diagnostics.size() == 1) {
            return diagnostics.getFirst().render();
        }
        StringBuilder text = new StringBuilder();
        text.append(diagnostics.size()).append(" reasons:");
        for (Diagnostic diagnostic : diagnostics) {
            text.append("\n\n").append(diagnostic.render());
        }
        return text.toString();
    }
}
