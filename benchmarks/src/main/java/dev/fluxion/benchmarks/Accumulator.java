package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** A small mutable object on the hot path: mean and variance as they come, by Welford's method. */
@State(Scope.Thread)
public class Accumulator {

    /** How many numbers. */
    static final int LENGTH = 1_000;

    private final DoubleArrayGradient gradient = gradient(Accumulator::value);
    private final double[] x = start();
    private final double[] out = new double[x.length];
    private final double[] means = new double[LENGTH];

    /** What is known of the numbers so far. */
    static final class Statistics {
        private int count;
        private double mean;
        private double squares;

        void add(double number) {
            count++;
            double distance = number - mean;
            mean += distance / count;
            squares += distance * (number - mean);
        }

        double variance() {
            return squares / (count - 1);
        }
    }

    /** Some numbers. */
    static double[] start() {
        return new Random(1).doubles(LENGTH, -1, 1).toArray();
    }

    /** The function. */
    static double value(double[] x) {
        Statistics statistics = new Statistics();
        for (double number : x) {
            statistics.add(number);
        }
        return statistics.mean / Math.sqrt(statistics.variance());
    }

    /** Its value, and its gradient in {@code out}. */
    static double adjoint(double[] x, double[] out, double[] means) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            means[i] = mean;
            double distance = x[i] - mean;
            mean += distance / (i + 1);
            squares += distance * (x[i] - mean);
        }
        double variance = squares / (x.length - 1);
        double root = Math.sqrt(variance);
        double meanBar = 1 / root;
        double squaresBar = -mean / (2 * variance * root * (x.length - 1));
        double after = mean;
        for (int i = x.length - 1; i >= 0; i--) {
            double distance = x[i] - means[i];
            double restBar = squaresBar * distance;
            meanBar -= restBar;
            double distanceBar = squaresBar * (x[i] - after) + meanBar / (i + 1);
            out[i] = restBar + distanceBar;
            meanBar -= distanceBar;
            after = means[i];
        }
        return mean / root;
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(x);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(x, out, means);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
