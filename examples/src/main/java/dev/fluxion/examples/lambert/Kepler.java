package dev.fluxion.examples.lambert;

import static dev.fluxion.Fluxion.implicit;

import static java.lang.Math.sqrt;

/**
 * Where a body is that falls freely around the Earth: one formula for ellipses, parabolas and hyperbolas, by a variable
 * that solves an equation of Kepler's (Bate, Mueller and White, Fundamentals of Astrodynamics, 1971, chapter 4). A
 * state is {@code {x, y, z, vx, vy, vz}}, in km and km/s.
 */
final class Kepler {

    /** The gravity of the Earth, in km^3/s^2. */
    static final double MU = 398600.4418;

    private static final double ROOT = sqrt(MU);
    private static final int MAX_ITERATIONS = 200;

    private Kepler() {}

    /** Returns the state after a time in seconds, which is not negative. */
    static double[] after(double[] state, double time) {
        double radius = length(state);
        double radial = (state[0] * state[3] + state[1] * state[4] + state[2] * state[5]) / ROOT;
        double energy = 2 / radius - (state[3] * state[3] + state[4] * state[4] + state[5] * state[5]) / MU;
        // what is differentiated is the equation, not the iterations that solve it
        double chi =
                implicit(
                        t -> solved(radius, radial, energy, t), (t, x) -> elapsed(radius, radial, energy, x) - t, time);
        double z = energy * chi * chi;
        double f = 1 - chi * chi * c(z) / radius;
        double g = time - chi * chi * chi * s(z) / ROOT;
        double[] next = new double[6];
        for (int i = 0; i < 3; i++) {
            next[i] = f * state[i] + g * state[3 + i];
        }
        double nextRadius = length(next);
        double fRate = ROOT * chi * (z * s(z) - 1) / (radius * nextRadius);
        double gRate = 1 - chi * chi * c(z) / nextRadius;
        for (int i = 0; i < 3; i++) {
            next[3 + i] = fRate * state[i] + gRate * state[3 + i];
        }
        return next;
    }

    private static double length(double[] state) {
        return sqrt(state[0] * state[0] + state[1] * state[1] + state[2] * state[2]);
    }

    /**
     * Returns when the universal variable has a value, in seconds.
     *
     * @param radius where it is zero
     * @param radial position times velocity there, over the root of {@link #MU}
     * @param energy the reciprocal of the semi-major axis
     */
    private static double elapsed(double radius, double radial, double energy, double chi) {
        double z = energy * chi * chi;
        return (chi * chi * chi * s(z) + radial * chi * chi * c(z) + radius * chi * (1 - z * s(z))) / ROOT;
    }

    /** Returns the universal variable at a time, by Newton's method between bounds that close in on it. */
    private static double solved(double radius, double radial, double energy, double time) {
        double low = 0;
        double high = ROOT * time / radius;
        while (elapsed(radius, radial, energy, high) < time) {
            low = high;
            high *= 2;
        }
        double chi = high;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double miss = elapsed(radius, radial, energy, chi) - time;
            if (miss > 0) {
                high = chi;
            } else {
                low = chi;
            }
            double z = energy * chi * chi;
            double slope = (chi * chi * c(z) + radial * chi * (1 - z * s(z)) + radius * (1 - z * c(z))) / ROOT;
            double next = chi - miss / slope;
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (next == chi) {
                break;
            }
            chi = next;
        }
        return chi;
    }

    /** Returns the function of Stumpff (1 - cos sqrt z) / z, which has a series at zero. */
    private static double c(double z) {
        if (z > 1) {
            return (1 - Math.cos(sqrt(z))) / z;
        }
        if (z < -1) {
            return (1 - Math.cosh(sqrt(-z))) / z;
        }
        return series(z, 2);
    }

    /** Returns the function of Stumpff (sqrt z - sin sqrt z) / sqrt z^3, which has a series at zero. */
    private static double s(double z) {
        if (z > 1) {
            return (sqrt(z) - Math.sin(sqrt(z))) / (z * sqrt(z));
        }
        if (z < -1) {
            return (Math.sinh(sqrt(-z)) - sqrt(-z)) / (-z * sqrt(-z));
        }
        return series(z, 3);
    }

    /** Returns 1/n! - z/(n + 2)! + z^2/(n + 4)! - ... */
    private static double series(double z, int n) {
        double term = n == 2 ? 1.0 / 2 : 1.0 / 6;
        double sum = 0;
        for (int k = n; k < n + 20; k += 2) {
            sum += term;
            term *= -z / ((k + 1) * (k + 2));
        }
        return sum;
    }
}
