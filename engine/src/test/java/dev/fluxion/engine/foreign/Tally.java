package dev.fluxion.engine.foreign;

/** Somebody else's class that keeps what it was given, in private. */
public final class Tally {

    private static double last;

    private double total;

    /** Makes an empty tally. */
    public Tally() {}

    /** Adds a number, by way of private methods. */
    public void add(double x) {
        bump(x, 3);
        last = total;
    }

    /** Recursive, so that it stays a method of its own. */
    private void bump(double x, int times) {
        if (times > 0) {
            total += x;
            bump(x, times - 1);
        }
    }

    /** Returns the total, and starts anew. */
    public double takeTotal() {
        double taken = total;
        total = 0;
        return taken;
    }

    /** Returns what the total was after the latest addition. */
    public static double last() {
        return last;
    }
}
