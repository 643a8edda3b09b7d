package dev.fluxion.diagnostic;

import dev.fluxion.ir.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reason why something cannot be done, complete enough to act on.
 *
 * <pre>{@code
 * [FX-0107] cannot differentiate the call to java.util.Random.nextDouble()
 *     at com.acme.Pricer.path(Pricer.java:58)
 *     because no rule says how its result depends on its inputs, and its own code reads private state of java.base
 *     reached from com.acme.Pricer.price(Pricer.java:31) <- lambda at Main.java:12
 *     try: stopGradient(...) around it, or a rule (docs/rules.md)        more: docs/errors/FX-0107.md
 * }</pre>
 *
 * @param id the kind
 * @param what the first line, such as {@code cannot differentiate the call to ...}
 * @param where the place in the user's source, or {@link Position#NONE}
 * @param why what comes after "because", or empty
 * @param chain the calls that led to {@code where}, innermost first, possibly none
 * @param remedy what comes after "try:", or empty
 */
public record Diagnostic(ErrorId id, String what, Position where, String why, List<Position> chain, String remedy) {

    private static final int LONGEST_CHAIN = 8;

    /** Copies the chain in. */
    public Diagnostic {
        chain = List.copyOf(chain);
    }

    /**
     * Returns a diagnostic for a place in the source, whose chain is that of the calls the place was inlined through.
     */
    public static Diagnostic of(ErrorId id, String what, Position where, String why, String remedy) {
        List<Position> chain = new ArrayList<>();
        for (Optional<Position> at = where.inlinedAt(); at.isPresent(); at = at.get().inlinedAt()) {
            chain.add(at.get());
        }
        return new Diagnostic(id, what, where, why, chain, remedy);
    }

    /** Returns a diagnostic that is about no place in the source. */
    public static Diagnostic of(ErrorId id, String what, String why, String remedy) {
        return new Diagnostic(id, what, Position.NONE, why, List.of(), remedy);
    }

    /** Returns this diagnostic with further calls at the end of its chain. */
    public Diagnostic reachedFrom(List<Position> calls) {
        List<Position> longer = new ArrayList<>(chain);
        longer.addAll(calls);
        return new Diagnostic(id, what, where, why, longer, remedy);
    }

    /**
     * Returns the text, as in the example; lines about which nothing is known are left out. No line feed at the end.
     */
    public String render() {
        StringBuilder text = new StringBuilder();
        text.append('[').append(id.code()).append("] ").append(what);
        if (where.isKnown()) {
            text.append("\n    at ").append(where);
        }
        if (!why.isEmpty()) {
            text.append("\n    because ").append(why);
        }
        appendChain(text);
        text.append("\n    ");
        if (!remedy.isEmpty()) {
            text.append("try: ").append(remedy).append("        ");
        }
        return text.append("more: ").append(id.page()).toString();
    }

    private void appendChain(StringBuilder text) {
        int shown = Math.min(chain.size(), LONGEST_CHAIN);
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? "\n    reached from " : " <- ").append(call(chain.get(i)));
        }
        if (shown < chain.size()) {
            text.append(" <- ... ").append(chain.size() - shown).append(" more");
        }
    }

    private static String call(Position position) {
        if (position.method().startsWith("lambda$") && !position.file().isEmpty() && position.line() > 0) {
            return "lambda at " + position.file() + ":" + position.line();
        }
        return position.toString();
    }
}
