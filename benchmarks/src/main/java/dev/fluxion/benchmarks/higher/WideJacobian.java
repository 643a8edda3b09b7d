package dev.fluxion.benchmarks.higher;

import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.pushforward;

import dev.fluxion.derivative.Jacobian;
import dev.fluxion.derivative.Pushforward;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A Jacobian of 26 columns, forwards and eight at once, against 26 derivatives in one direction each. */
@State(Scope.Thread)
public class WideJacobian {

    /** The number of inputs, and of outputs. */
    static final int N = 26;

    private final double[] x = point();
    private final Jacobian jacobian = jacobian((double[] w) -> forces(w)).forward();

    /** Where it is computed. */
    static double[] point() {
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = i + 0.3 * Math.sin(i);
        }
        return x;
    }

    /** The forces between points on a line, which decay with their distance. */
    static double[] forces(double[] x) {
        double[] force = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int k = 0; k < x.length; k++) {
                double distance = x[i] - x[k];
                sum += distance * Math.exp(-0.1 * distance * distance);
            }
            force[i] = sum;
        }
        return force;
    }

    /** One column after another. */
    static double[][] oneByOne(double[] x) {
        Pushforward<double[], double[]> derivative = pushforward(w -> forces(w), x);
        double[][] columns = new double[x.length][];
        double[] direction = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            direction[i] = 1;
            columns[i] = derivative.apply(direction);
            direction[i] = 0;
        }
        return columns;
    }

    /** 26 derivatives in one direction each. */
    @Benchmark
    public double[][] other() {
        return oneByOne(x);
    }

    /** All of them. */
    @Benchmark
    public double[][] byFluxion() {
        return jacobian.at(x);
    }
}
