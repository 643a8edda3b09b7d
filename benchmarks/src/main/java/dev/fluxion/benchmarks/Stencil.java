package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** A hundred steps of a 5-point stencil between two buffers, then the sum of squares. */
@State(Scope.Thread)
public class Stencil {

    /** The width of the grid. */
    static final int WIDTH = 32;

    private static final int STEPS = 100;
    private static final double RATE = 0.2;

    private final DoubleArrayGradient gradient = gradient(Stencil::value);
    private final double[] x = start();
    private final double[] out = new double[x.length];
    private final double[] one = new double[WIDTH * WIDTH];
    private final double[] other = new double[WIDTH * WIDTH];
    private final double[] oneBar = new double[WIDTH * WIDTH];
    private final double[] otherBar = new double[WIDTH * WIDTH];

    /** Some numbers. */
    static double[] start() {
        return new Random(1).doubles(WIDTH * WIDTH, -1, 1).toArray();
    }

    /** The function. */
    static double value(double[] x) {
        double[] from = new double[WIDTH * WIDTH];
        double[] to = new double[WIDTH * WIDTH];
        for (int i = 0; i < WIDTH * WIDTH; i++) {
            from[i] = x[i];
            to[i] = x[i];
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = 1; i < WIDTH - 1; i++) {
                for (int k = i * WIDTH + 1; k < i * WIDTH + WIDTH - 1; k++) {
                    to[k] =
                            from[k]
                                    + RATE
                                            * (from[k - WIDTH]
                                                    + from[k + WIDTH]
                                                    + from[k - 1]
                                                    + from[k + 1]
                                                    - 4 * from[k]);
                }
            }
            double[] swapped = from;
            from = to;
            to = swapped;
        }
        double sum = 0;
        for (int i = 0; i < WIDTH * WIDTH; i++) {
            sum += from[i] * from[i];
        }
        return sum;
    }

    /** Its value, and its gradient in {@code out}. */
    static double adjoint(double[] x, double[] out, double[] one, double[] other, double[] oneBar, double[] otherBar) {
        double[] from = one;
        double[] to = other;
        double[] fromBar = oneBar;
        double[] toBar = otherBar;
        for (int i = 0; i < WIDTH * WIDTH; i++) {
            from[i] = x[i];
            to[i] = x[i];
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = 1; i < WIDTH - 1; i++) {
                for (int k = i * WIDTH + 1; k < i * WIDTH + WIDTH - 1; k++) {
                    to[k] =
                            from[k]
                                    + RATE
                                            * (from[k - WIDTH]
                                                    + from[k + WIDTH]
                                                    + from[k - 1]
                                                    + from[k + 1]
                                                    - 4 * from[k]);
                }
            }
            double[] swapped = from;
            from = to;
            to = swapped;
        }
        double sum = 0;
        for (int i = 0; i < WIDTH * WIDTH; i++) {
            sum += from[i] * from[i];
            fromBar[i] = 2 * from[i];
            toBar[i] = 0;
        }
        for (int step = 0; step < STEPS; step++) {
            double[] swapped = fromBar;
            fromBar = toBar;
            toBar = swapped;
            for (int i = WIDTH - 2; i > 0; i--) {
                for (int k = i * WIDTH + WIDTH - 2; k > i * WIDTH; k--) {
                    double bar = toBar[k];
                    toBar[k] = 0;
                    double part = RATE * bar;
                    fromBar[k] += bar - 4 * part;
                    fromBar[k - WIDTH] += part;
                    fromBar[k + WIDTH] += part;
                    fromBar[k - 1] += part;
                    fromBar[k + 1] += part;
                }
            }
        }
        for (int i = 0; i < WIDTH * WIDTH; i++) {
            out[i] = fromBar[i] + toBar[i];
        }
        return sum;
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(x);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(x, out, one, other, oneBar, otherBar);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
