package dev.fluxion.testkit.differences;

/**
 * A derivative by differences.
 *
 * @param value the best of several
 * @param error an estimate of its error, absolute; infinite if there is no value
 */
public record Estimate(double value, double error) {

    /** Returns whether the error is below {@code absolute + relative * |value|}. */
    public boolean isWithin(double relative, double absolute) {
        return error <= absolute + relative * Math.abs(value);
    }
}
