package dev.fluxion.rules.collections.streams.doubles;

/** A sum with the digits that a plain sum loses, and the number of what was added. */
public final class CompensatedSum {

    private double sum;
    private double lost;
    private double simple;
    private long number;

    /** Makes that of nothing. */
    public CompensatedSum() {}

    /** Adds a number. */
    public void add(double value) {
        compensate(value);
        simple = Compensation.simple(simple, value);
        number++;
    }

    private void compensate(double value) {
        double next = sum + (value - lost);
        lost = Compensation.lost(sum, next, value, lost);
        sum = next;
    }

    /** Adds another sum. */
    public CompensatedSum joined(CompensatedSum other) {
        compensate(other.sum);
        compensate(-other.lost);
        simple = Compensation.simple(simple, other.simple);
        number += other.number;
        return this;
    }

    /** Returns the sum. */
    public double total() {
        return Compensation.total(sum - lost, simple);
    }

    /** Returns the mean, 0 if nothing was added. */
    public double mean() {
        return number == 0 ? 0 : total() / number;
    }
}
