package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A pipeline over a list of records: the squared errors of a curve against observations, without the outliers. */
@State(Scope.Thread)
public class StreamOfList {

    /** How many observations. */
    static final int LENGTH = 1000;

    private static final double FAR = 4;

    private final List<Observation> observations = observations();
    private final double[] x = start();
    private final double[] out = new double[x.length];
    private final DoubleArrayGradient gradient = gradient((double[] p) -> value(p, observations));

    /** What was measured at a place. */
    record Observation(double at, double measured, double weight) {
        double error(double level, double slope, double rate) {
            double error = level + slope * at * Math.exp(-rate * at) - measured;
            return weight * error * error;
        }
    }

    /** What was measured. */
    static List<Observation> observations() {
        Random random = new Random(1);
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            double at = 5 * random.nextDouble();
            all.add(new Observation(at, 1 + at * Math.exp(-at) + random.nextGaussian(), 1 / (1 + at)));
        }
        return all;
    }

    /** Level, slope and rate. */
    static double[] start() {
        return new double[] {0.8, 1.3, 0.7};
    }

    /** The function. */
    static double value(double[] p, List<Observation> observations) {
        double level = p[0];
        double slope = p[1];
        double rate = p[2];
        return observations.stream()
                .filter(each -> Math.abs(each.measured()) < FAR)
                .mapToDouble(each -> each.error(level, slope, rate))
                .sum();
    }

    /** Its value, and its gradient in {@code out}: the same stages, as a loop. */
    static double adjoint(double[] p, List<Observation> observations, double[] out) {
        double level = p[0];
        double slope = p[1];
        double rate = p[2];
        double sum = 0;
        double lost = 0;
        double levelBar = 0;
        double slopeBar = 0;
        double rateBar = 0;
        for (Observation each : observations) {
            if (Math.abs(each.measured()) < FAR) {
                double decay = Math.exp(-rate * each.at());
                double error = level + slope * each.at() * decay - each.measured();
                double bar = 2 * each.weight() * error;
                levelBar += bar;
                slopeBar += bar * each.at() * decay;
                rateBar -= bar * slope * each.at() * each.at() * decay;
                // as streams add up, with what each sum loses
                double term = each.weight() * error * error - lost;
                double next = sum + term;
                lost = next - sum - term;
                sum = next;
            }
        }
        out[0] = levelBar;
        out[1] = slopeBar;
        out[2] = rateBar;
        return sum - lost;
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(x, observations);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(x, observations, out);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
