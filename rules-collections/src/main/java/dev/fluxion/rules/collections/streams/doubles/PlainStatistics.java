package dev.fluxion.rules.collections.streams.doubles;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.DoubleSummaryStatistics;

/**
 * Statistics whose numbers a derivative can be followed through; they are those of the JDK, bit for bit. It overrides
 * none of the methods by which code of the JDK could change the numbers.
 */
@Rules(of = PlainStatistics.class)
@NonDifferentiable(of = "tell")
@MovesReferences(of = "create")
public final class PlainStatistics extends DoubleSummaryStatistics {

    private long number;
    private double sum;
    private double lost;
    private double simple;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    private PlainStatistics() {}

    /** Returns those of no numbers: as a whole, since the fields of its superclass are private to the JDK. */
    public static PlainStatistics create() {
        return new PlainStatistics();
    }

    /** Adds a number. */
    public void include(double value) {
        number++;
        simple = Compensation.simple(simple, value);
        add(value);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        tell(this, value);
    }

    private void add(double value) {
        double next = sum + (value - lost);
        lost = Compensation.lost(sum, next, value, lost);
        sum = next;
    }

    /** Adds what others have seen. */
    public PlainStatistics joined(PlainStatistics other) {
        number += other.number;
        simple = Compensation.simple(simple, other.simple);
        add(other.sum);
        add(-other.lost);
        least = Math.min(least, other.least);
        greatest = Math.max(greatest, other.greatest);
        tell(this, other);
        return this;
    }

    /** Tells the JDK's statistics, for what they say about themselves. */
    static void tell(DoubleSummaryStatistics statistics, double value) {
        statistics.accept(value);
    }

    static void tell(DoubleSummaryStatistics statistics, DoubleSummaryStatistics other) {
        statistics.combine(other);
    }

    /** Returns how many numbers there were. */
    public long number() {
        return number;
    }

    /** Returns the sum. */
    public double total() {
        return Compensation.total(sum - lost, simple);
    }

    /** Returns the mean, 0 if there is none. */
    public double mean() {
        return number > 0 ? total() / number : 0;
    }

    /** Returns the least number. */
    public double least() {
        return least;
    }

    /** Returns the greatest number. */
    public double greatest() {
        return greatest;
    }

    @Override
    public String toString() {
        return "DoubleSummaryStatistics" + super.toString().substring("PlainStatistics".length());
    }
}
