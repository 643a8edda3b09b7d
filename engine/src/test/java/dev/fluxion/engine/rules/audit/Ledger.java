package dev.fluxion.engine.rules.audit;

/** Some methods, two of which have a rule of their own in tests. */
public final class Ledger implements Book {

    /** Returns three times the number. */
    public static double tripled(double x) {
        return 3 * x;
    }

    /** Returns the square. */
    public static double squared(double x) {
        return x * x;
    }

    @Override
    public double booked(double x) {
        return 4 * x;
    }
}
