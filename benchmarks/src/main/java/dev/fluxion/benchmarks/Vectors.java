package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** Records on the hot path: the energy of points that attract each other along a chain. */
@State(Scope.Thread)
public class Vectors {

    /** How many points. */
    static final int POINTS = 300;

    private final DoubleArrayGradient gradient = gradient(Vectors::value);
    private final double[] x = start();
    private final double[] out = new double[x.length];

    /** A vector. */
    record Vec(double x, double y, double z) {
        static Vec at(double[] numbers, int point) {
            return new Vec(numbers[3 * point], numbers[3 * point + 1], numbers[3 * point + 2]);
        }

        Vec plus(Vec other) {
            return new Vec(x + other.x, y + other.y, z + other.z);
        }

        Vec minus(Vec other) {
            return plus(other.times(-1));
        }

        Vec times(double factor) {
            return new Vec(factor * x, factor * y, factor * z);
        }

        double dot(Vec other) {
            return x * other.x + y * other.y + z * other.z;
        }
    }

    /** Places of points. */
    static double[] start() {
        return new Random(1).doubles(3 * POINTS, -1, 1).toArray();
    }

    /** The function. */
    static double value(double[] x) {
        double energy = 0;
        Vec sum = new Vec(0, 0, 0);
        for (int i = 1; i < POINTS; i++) {
            Vec here = Vec.at(x, i);
            Vec apart = here.minus(Vec.at(x, i - 1));
            energy += 1 / (1 + apart.dot(apart));
            sum = sum.plus(here);
        }
        return energy + sum.dot(sum) / POINTS;
    }

    /** Its value, and its gradient in {@code out}. */
    static double adjoint(double[] x, double[] out) {
        double energy = 0;
        double sx = 0;
        double sy = 0;
        double sz = 0;
        for (int i = 1; i < POINTS; i++) {
            double dx = x[3 * i] - x[3 * i - 3];
            double dy = x[3 * i + 1] - x[3 * i - 2];
            double dz = x[3 * i + 2] - x[3 * i - 1];
            energy += 1 / (1 + (dx * dx + dy * dy + dz * dz));
            sx += x[3 * i];
            sy += x[3 * i + 1];
            sz += x[3 * i + 2];
        }
        double bx = 2 * sx / POINTS;
        double by = 2 * sy / POINTS;
        double bz = 2 * sz / POINTS;
        out[0] = 0;
        out[1] = 0;
        out[2] = 0;
        for (int i = 1; i < POINTS; i++) {
            double dx = x[3 * i] - x[3 * i - 3];
            double dy = x[3 * i + 1] - x[3 * i - 2];
            double dz = x[3 * i + 2] - x[3 * i - 1];
            double part = 1 / (1 + (dx * dx + dy * dy + dz * dz));
            double bar = -2 * part * part;
            out[3 * i] = bx + bar * dx;
            out[3 * i + 1] = by + bar * dy;
            out[3 * i + 2] = bz + bar * dz;
            out[3 * i - 3] -= bar * dx;
            out[3 * i - 2] -= bar * dy;
            out[3 * i - 1] -= bar * dz;
        }
        return energy + (sx * sx + sy * sy + sz * sz) / POINTS;
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(x);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(x, out);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(x, out);
    }
}
