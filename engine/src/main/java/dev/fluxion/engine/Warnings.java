package dev.fluxion.engine;

import dev.fluxion.ir.Position;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells users, once for each place, what may surprise them. Costs nothing where there is nothing to tell. */
final class Warnings {

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private Warnings() {}

    /** Returns the text about a branch that hangs on the equality of active numbers. */
    static String equality(Position site) {
        return "the branch at "
                + site
                + " asks whether active numbers are equal. Where they are, the gradient is that of the branch taken,"
                + " whose formula may have another slope than the function (docs/limitations.md)";
    }

    /** Logs such branches, each once. */
    static void log(Set<Position> equalityGuards) {
        for (Position site : equalityGuards) {
            String text = equality(site);
            if (TOLD.add(text)) {
                System.getLogger("dev.fluxion").log(System.Logger.Level.WARNING, text);
            }
        }
    }
}
