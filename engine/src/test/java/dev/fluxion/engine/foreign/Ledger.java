package dev.fluxion.engine.foreign;

/** A class that its package keeps for itself. */
final class Ledger {

    private final double rate;
    private int entries;

    Ledger(double rate) {
        this.rate = rate;
    }

    double rate() {
        return rate;
    }

    double booked(double x) {
        entries++;
        return entries > 0 ? rate * x : 0;
    }

    /** Recursive, so that it stays a method of its own. */
    static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }
}
