package dev.fluxion.examples.sensitivity;

import static dev.fluxion.Fluxion.checkpointed;

/**
 * Prey and predators after Lotka and Volterra, {@code x' = p0 x - p1 x y, y' = p3 x y - p2 y}, by the method of Runge
 * and Kutta with steps of one length. A point is {@code {x, y, p0, p1, p2, p3}}: what the loop carries along.
 */
final class LotkaVolterra {

    /** Where SUNDIALS' example starts, and its parameters. */
    static final double[] START = {1, 1, 1.5, 1, 3, 1};

    private static final double END = 10;

    private LotkaVolterra() {}

    /** Returns half of the squared distance between (1, 1) and where prey and predators are at time 10. */
    static double distance(double[] point, int steps) {
        double[] now = point;
        for (int i = 0; i < steps; i++) {
            now = step(now, END / steps);
        }
        return distance(now);
    }

    /** Returns the same by a loop that remembers so many states only, and runs again from there. */
    static double distanceFromCheckpoints(double[] point, int steps, int states) {
        return distance(checkpointed(steps, states, (now, i) -> step(now, END / steps), point));
    }

    /** Returns prey and predators at time 10. */
    static double[] end(double[] point, int steps) {
        double[] now = point;
        for (int i = 0; i < steps; i++) {
            now = step(now, END / steps);
        }
        return new double[] {now[0], now[1]};
    }

    private static double distance(double[] end) {
        double x = 1 - end[0];
        double y = 1 - end[1];
        return (x * x + y * y) / 2;
    }

    private static double[] step(double[] now, double h) {
        double[] k1 = rates(now);
        double[] k2 = rates(moved(now, h / 2, k1));
        double[] k3 = rates(moved(now, h / 2, k2));
        double[] k4 = rates(moved(now, h, k3));
        double[] next = now.clone();
        for (int i = 0; i < 2; i++) {
            next[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        return next;
    }

    private static double[] moved(double[] now, double time, double[] rates) {
        double[] moved = now.clone();
        for (int i = 0; i < 2; i++) {
            moved[i] += time * rates[i];
        }
        return moved;
    }

    private static double[] rates(double[] at) {
        double x = at[0];
        double y = at[1];
        return new double[] {at[2] * x - at[3] * x * y, at[5] * x * y - at[4] * y};
    }
}
