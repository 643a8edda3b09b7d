package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Collections on the hot path: active boxes in a map by name, and a list of trades that look them up. */
@State(Scope.Thread)
public class ListsAndMaps {

    /** How many names have a factor. */
    static final int NAMES = 20;

    /** How many trades. */
    static final int TRADES = 1000;

    private final List<Trade> trades = trades();
    private final double[] x = start();
    private final double[] out = new double[x.length];
    private final DoubleArrayGradient gradient = gradient((double[] p) -> value(p, trades));

    /** So much of something, twice. */
    record Trade(String first, String second, double amount) {}

    /** The name of a factor. */
    static String name(int i) {
        return "factor " + i;
    }

    /** Trades of random pairs. */
    static List<Trade> trades() {
        Random random = new Random(1);
        List<Trade> trades = new ArrayList<>();
        for (int i = 0; i < TRADES; i++) {
            String first = name(random.nextInt(NAMES));
            trades.add(new Trade(first, name(random.nextInt(NAMES)), random.nextGaussian()));
        }
        return trades;
    }

    /** The factors. */
    static double[] start() {
        return new Random(2).doubles(NAMES, 0.5, 1.5).toArray();
    }

    /** The function. */
    @SuppressWarnings("NullAway") // all names are there
    static double value(double[] factors, List<Trade> trades) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < factors.length; i++) {
            byName.put(name(i), factors[i] * factors[i]);
        }
        double sum = 0;
        for (Trade trade : trades) {
            sum += trade.amount() * byName.get(trade.first()) * byName.get(trade.second());
        }
        for (double factor : byName.values()) {
            sum += Math.log(factor);
        }
        return sum;
    }

    /** Its value, and its gradient in {@code out}: with maps, as the function has them. */
    @SuppressWarnings("NullAway") // all names are there
    static double adjoint(double[] factors, List<Trade> trades, double[] out) {
        Map<String, Integer> places = new LinkedHashMap<>();
        double[] squares = new double[factors.length];
        double[] bars = new double[factors.length];
        for (int i = 0; i < factors.length; i++) {
            places.put(name(i), i);
            squares[i] = factors[i] * factors[i];
        }
        double sum = 0;
        for (Trade trade : trades) {
            int i = places.get(trade.first());
            int j = places.get(trade.second());
            sum += trade.amount() * squares[i] * squares[j];
            bars[i] += trade.amount() * squares[j];
            bars[j] += trade.amount() * squares[i];
        }
        for (int i = 0; i < factors.length; i++) {
            sum += Math.log(squares[i]);
            out[i] = 2 * factors[i] * (bars[i] + 1 / squares[i]);
        }
        return sum;
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(x, trades);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(x, trades, out);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
