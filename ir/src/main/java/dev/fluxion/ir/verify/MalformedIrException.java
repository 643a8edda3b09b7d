package dev.fluxion.ir.verify;

import java.util.List;

/** Says that a function breaks the rules of the IR: a mistake in the pass that made it, never in the user's code. */
public final class MalformedIrException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    MalformedIrException(List<Problem> problems, String listing) {
        super(message(problems, listing));
        this.problems = List.copyOf(problems);
    }

    /** Returns all broken rules. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems, String listing) {
        StringBuilder out = new StringBuilder("malformed IR:");
        for (Problem problem : problems) {
            out.append("\n    ").append(problem);
        }
        return out.append("\n\n").append(listing).toString();
    }
}
