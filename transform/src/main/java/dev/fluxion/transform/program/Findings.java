package dev.fluxion.transform.program;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Position;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found out about a program that is to be differentiated: what is in the way, and what to warn of. */
public final class Findings {

    private final Set<Position> equalityGuards = new LinkedHashSet<>();
    private final List<Diagnostic> refusals = new ArrayList<>();

    /** Starts with none. */
    public Findings() {}

    /** Notes something that is in the way. */
    public void refuse(Diagnostic reason) {
        refusals.add(reason);
    }

    /** Notes a place where a branch hangs on active numbers being equal. */
    public void warnOfEquality(Position site) {
        equalityGuards.add(site);
    }

    /**
     * Throws if anything has been refused: what is in the way of a function is said before it is made.
     *
     * @throws NotDifferentiableException with all of it
     */
    public void stopIfRefused() {
        if (!refusals.isEmpty()) {
            throw new NotDifferentiableException(List.copyOf(new LinkedHashSet<>(refusals)));
        }
    }

    /**
     * Returns the places where a branch hangs on active numbers being equal, so that the slope of the branch taken may
     * not be that of the function.
     */
    public Set<Position> equalityGuards() {
        return Collections.unmodifiableSet(equalityGuards);
    }
}
