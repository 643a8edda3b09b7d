package dev.fluxion.examples;

import static dev.fluxion.Fluxion.withGradient;

import dev.fluxion.ValueAndGradient;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Example 7: a portfolio of bonds, valued by a pipeline of streams that groups it by currency, and its derivative in
 * the interest rates of the currencies. What a bond is worth is the sum of its discounted payments; what the portfolio
 * is worth is the sum over currencies, each converted at its exchange rate.
 */
public final class Portfolio {

    /** The currencies, in the order of the rates. */
    static final List<String> CURRENCIES = List.of("CHF", "EUR", "USD");

    /** What one unit of each is worth, in the same order. */
    private static final double[] EXCHANGE = {1, 0.93, 0.88};

    /** The bonds. */
    static final List<Bond> BONDS =
            List.of(
                    new Bond("CHF", 1000, 0.010, 3),
                    new Bond("EUR", 2000, 0.025, 5),
                    new Bond("USD", 1500, 0.040, 10),
                    new Bond("EUR", 500, 0.030, 2),
                    new Bond("USD", 800, 0.035, 1));

    private Portfolio() {}

    /**
     * A bond that pays a coupon each year and its face value at the end.
     *
     * @param currency in which it pays
     * @param face its face value
     * @param coupon as a part of the face value, each year
     * @param years until it ends
     */
    record Bond(String currency, double face, double coupon, int years) {

        /** Returns what it is worth at a continuously compounded rate. */
        double value(double rate) {
            double value = face * Math.exp(-rate * years);
            for (int year = 1; year <= years; year++) {
                value += face * coupon * Math.exp(-rate * year);
            }
            return value;
        }
    }

    /** Returns what the bonds are worth in each currency. */
    static Map<String, Double> byCurrency(List<Bond> bonds, double[] rates) {
        return bonds.stream()
                .collect(
                        Collectors.groupingBy(
                                Bond::currency,
                                TreeMap::new,
                                Collectors.summingDouble(bond -> bond.value(of(rates, bond.currency())))));
    }

    private static double of(double[] numbers, String currency) {
        return numbers[CURRENCIES.indexOf(currency)];
    }

    /** Returns what all bonds are worth together. */
    static double value(List<Bond> bonds, double[] rates) {
        return byCurrency(bonds, rates).entrySet().stream()
                .mapToDouble(each -> each.getValue() * of(EXCHANGE, each.getKey()))
                .sum();
    }

    /** Returns the value and its derivative in each rate. */
    static ValueAndGradient<double[]> sensitivity(double[] rates) {
        return withGradient(r -> value(BONDS, r), rates);
    }

    /** Prints the value, and what it loses when the rate of a currency rises by a basis point. */
    static void main() {
        double[] rates = {0.008, 0.021, 0.043};
        ValueAndGradient<double[]> both = sensitivity(rates);
        System.out.printf(Locale.ROOT, "value          %10.2f%n", both.value());
        for (int i = 0; i < rates.length; i++) {
            System.out.printf(Locale.ROOT, "%s +0.01%%    %10.4f%n", CURRENCIES.get(i), both.gradient()[i] * 1e-4);
        }
    }
}
