package dev.fluxion.testkit.differences;

/**
 * A function along a line: from a distance to a number.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface Curve<X extends Throwable> {

    /**
     * Returns the value at a distance.
     *
     * @throws X what the function throws
     */
    double at(double distance) throws X;
}
