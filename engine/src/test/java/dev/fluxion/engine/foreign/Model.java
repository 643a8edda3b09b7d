package dev.fluxion.engine.foreign;

/** Somebody else's class, for inheritance: what it does is protected, package-private, or private. */
public abstract class Model {

    /** Read by subclasses. */
    protected final double weight;

    private final Ledger ledger = new Ledger(3);

    /** Makes a model. */
    protected Model(double weight) {
        this.weight = weight;
    }

    /** Calls what subclasses define, and what nobody else sees. */
    public final double value(double x) {
        return shape(x) + ledger.booked(x) + Ledger.power(x, 3) + sum(new double[] {x, 2 * x}, 1);
    }

    /** What subclasses define. */
    protected abstract double shape(double x);

    /** What subclasses call. */
    protected double scaled(double x) {
        return weight * x * x;
    }

    /** What subclasses call, for all of them. */
    protected static double shifted(double x) {
        return 5 * x;
    }

    /** Recursive, so that it stays a method of its own. */
    private double sum(double[] x, int last) {
        return last < 0 ? 0 : ledger.rate() * x[last] + sum(x, last - 1);
    }
}
