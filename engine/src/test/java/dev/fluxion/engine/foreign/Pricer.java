package dev.fluxion.engine.foreign;

import java.util.ArrayList;
import java.util.List;

/** Somebody else's class: what it keeps private is used by code that is inlined elsewhere. */
public final class Pricer {

    private static final List<String> LOG = new ArrayList<>();
    private static final double RATE = Double.parseDouble("0.5");
    private static int calls;

    private final double scale;

    /** Makes a pricer. */
    public Pricer(double scale) {
        this.scale = scale;
    }

    /** Logs, counts, reads private fields and calls private methods. */
    public double price(double x) {
        calls++;
        LOG.add("price " + calls);
        return scale * curve(x) + Hidden.shift(x);
    }

    private double curve(double x) {
        return x * x * RATE;
    }

    /** Returns how often {@link #price} was called. */
    public static int calls() {
        return calls;
    }

    /** Returns how many lines were logged. */
    public static int logged() {
        return LOG.size();
    }

    /** A package-private class. */
    private static final class Hidden {
        private Hidden() {}

        private static double shift(double x) {
            return 3 * x;
        }
    }
}
