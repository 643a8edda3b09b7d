package dev.fluxion.examples;

import static dev.fluxion.Fluxion.withGradient;

import dev.fluxion.ValueAndGradient;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Example 8: a discount curve in a {@code TreeMap}, from times to zero rates, which interpolates between the entries
 * below and above a time. It is calibrated to the par rates of swaps by Newton's method, each row of the Jacobian being
 * a gradient.
 */
public final class DiscountCurve {

    /** The times of the nodes, in years, which are the terms of the swaps. */
    static final List<Double> TERMS = List.of(1.0, 2.0, 3.0, 5.0, 7.0, 10.0);

    /** The par rates of swaps of these terms. */
    static final double[] QUOTES = {0.0210, 0.0225, 0.0238, 0.0260, 0.0275, 0.0290};

    private DiscountCurve() {}

    /** Returns the curve with the given zero rates, continuously compounded, at the nodes. */
    static NavigableMap<Double, Double> curve(double[] rates) {
        NavigableMap<Double, Double> curve = new TreeMap<>();
        for (int i = 0; i < rates.length; i++) {
            curve.put(TERMS.get(i), rates[i]);
        }
        return curve;
    }

    /** Returns the zero rate at a time: linear between two nodes, flat before the first and behind the last. */
    static double rate(NavigableMap<Double, Double> curve, double time) {
        Map.Entry<Double, Double> below = curve.floorEntry(time);
        Map.Entry<Double, Double> above = curve.ceilingEntry(time);
        if (below == null) {
            return Objects.requireNonNull(above).getValue();
        }
        if (above == null) {
            return below.getValue();
        }
        double gap = above.getKey() - below.getKey();
        double weight = gap > 0 ? (time - below.getKey()) / gap : 0;
        return below.getValue() * (1 - weight) + above.getValue() * weight;
    }

    /** Returns what a payment of 1 at a time is worth. */
    static double discount(NavigableMap<Double, Double> curve, double time) {
        return Math.exp(-rate(curve, time) * time);
    }

    /** Returns the fixed rate, paid each year, at which a swap of that term is worth nothing. */
    static double parRate(NavigableMap<Double, Double> curve, double term) {
        double annuity = 0;
        for (int year = 1; year <= term; year++) {
            annuity += discount(curve, year);
        }
        return (1 - discount(curve, term)) / annuity;
    }

    /** Returns the par rate of a swap and its derivative in each zero rate. */
    static ValueAndGradient<double[]> parRate(double[] rates, double term) {
        return withGradient(r -> parRate(curve(r), term), rates);
    }

    /** Returns the zero rates at which all swaps have their quotes. */
    static double[] calibrate(double[] quotes) {
        double[] rates = quotes.clone();
        for (int step = 0; step < 8; step++) {
            double[][] jacobian = new double[quotes.length][];
            double[] miss = new double[quotes.length];
            for (int i = 0; i < quotes.length; i++) {
                ValueAndGradient<double[]> swap = parRate(rates, TERMS.get(i));
                jacobian[i] = swap.gradient();
                miss[i] = quotes[i] - swap.value();
            }
            double[] change = solved(jacobian, miss);
            for (int i = 0; i < rates.length; i++) {
                rates[i] += change[i];
            }
        }
        return rates;
    }

    /** Solves a triangular system: a swap does not depend on what comes after its term. */
    private static double[] solved(double[][] lower, double[] right) {
        double[] x = new double[right.length];
        for (int i = 0; i < x.length; i++) {
            double rest = right[i];
            for (int j = 0; j < i; j++) {
                rest -= lower[i][j] * x[j];
            }
            x[i] = rest / lower[i][i];
        }
        return x;
    }

    /** Prints the curve. */
    static void main() {
        double[] rates = calibrate(QUOTES);
        NavigableMap<Double, Double> curve = curve(rates);
        System.out.println("term   quote     zero rate   model");
        for (int i = 0; i < rates.length; i++) {
            double term = TERMS.get(i);
            System.out.printf(
                    Locale.ROOT, "%4.0f   %.4f    %.6f    %.6f%n", term, QUOTES[i], rates[i], parRate(curve, term));
        }
    }
}
