package dev.fluxion.rules.collections.streams.doubles;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

/**
 * Sums with the digits that plain sums lose, as the streams of the JDK compute them: W. Kahan, Further remarks on
 * reducing truncation errors, doi:10.1145/363707.363723. What is lost is a matter of rounding: as a function of the
 * numbers it is zero, and so is its derivative.
 */
@Rules(of = Compensation.class)
@NonDifferentiable(of = {"lost", "simple"})
public final class Compensation {

    private Compensation() {}

    /** Returns what is missing after {@code next} was computed from {@code sum}, {@code element} and what was lost. */
    public static double lost(double sum, double next, double element, double lost) {
        return next - sum - (element - lost);
    }

    /** Returns the plain sum, which knows the sign of an infinite one. */
    public static double simple(double sum, double element) {
        return sum + element;
    }

    /** Returns the sum: the plain one, if that is infinite where the other is not a number. */
    public static double total(double sum, double simple) {
        return Double.isNaN(sum) && Double.isInfinite(simple) ? simple : sum;
    }

    @Partial(of = "total", wrt = 0)
    static double total(double sum, double simple, double total) {
        return 1;
    }
}
