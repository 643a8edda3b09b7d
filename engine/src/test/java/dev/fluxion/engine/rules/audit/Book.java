package dev.fluxion.engine.rules.audit;

/** A type of the package that others implement. */
public interface Book {

    /** Returns what is kept of a number. */
    double booked(double x);
}
