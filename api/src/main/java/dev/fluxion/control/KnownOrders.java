package dev.fluxion.control;

/**
 * A number whose first five derivatives are known. Each method is, by a rule, the derivative of the one before it; that
 * of the last is refused, so that an order nobody computes is an error and no wrong number.
 */
public final class KnownOrders {

    private KnownOrders() {}

    /** Returns the number. */
    public static double upToFifth(double y) {
        return y;
    }

    /** Returns the first derivative of {@link #upToFifth}, which is 1. */
    public static double first(double y) {
        return 1;
    }

    /** Returns the second derivative, which is 0. */
    public static double second(double y) {
        return 0;
    }

    /** Returns the third derivative, which is 0. */
    public static double third(double y) {
        return 0;
    }

    /** Returns the fourth derivative, which is 0. */
    public static double fourth(double y) {
        return 0;
    }

    /** Returns the fifth derivative, which is 0. */
    public static double fifth(double y) {
        return 0;
    }
}
