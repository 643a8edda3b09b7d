package dev.fluxion.examples.sensitivity;

import static dev.fluxion.Fluxion.checkpointed;

import java.util.Arrays;

/**
 * Three species of Robertson's chemical reaction (1966), a stiff system:
 *
 * <pre>{@code
 * y1' = -p1 y1 + p2 y2 y3,   y2' = -y1' - y3',   y3' = p3 y2^2
 * }</pre>
 *
 * <p>A fourth number of the state is the integral of y3. A point is {@code {y1, y2, y3, integral, p1, p2, p3}}.
 */
final class Robertson {

    /** Where SUNDIALS' example starts, and its parameters. */
    static final double[] START = {1, 0, 0, 0, 0.04, 1e4, 3e7};

    /** Where the integral is in the state. */
    static final int INTEGRAL = 3;

    private static final Radau RADAU = new Radau(Robertson::rates);

    /** Each step is longer than the one before it by this factor, as the solution becomes slower and slower. */
    private static final double GROWTH = 1.05;

    private static final double FIRST_STEP = 1e-6;

    private Robertson() {}

    /** Returns the point after a time. */
    static double[] after(double[] point, double time) {
        int steps = steps(time);
        double[] now = point;
        for (int i = 0; i < steps; i++) {
            now = step(now, length(i, steps, time));
        }
        return now;
    }

    /** Returns the same by a loop that remembers so many points only, and runs again from there. */
    static double[] afterFromCheckpoints(double[] point, double time, int states) {
        int steps = steps(time);
        return checkpointed(steps, states, (now, i) -> step(now, length(i, steps, time)), point);
    }

    private static double[] step(double[] point, double length) {
        double[] withLength = Arrays.copyOf(point, point.length + 1);
        withLength[point.length] = length;
        return Arrays.copyOf(RADAU.step(withLength), point.length);
    }

    private static int steps(double time) {
        return (int) Math.ceil(Math.log1p(time / FIRST_STEP * (GROWTH - 1)) / Math.log(GROWTH));
    }

    /** Returns the length of a step, such that all together they take the time. */
    private static double length(int step, int steps, double time) {
        return time * (GROWTH - 1) / (Math.pow(GROWTH, steps) - 1) * Math.pow(GROWTH, step);
    }

    private static double[] rates(double[] at) {
        double first = -at[4] * at[0] + at[5] * at[1] * at[2];
        double third = at[6] * at[1] * at[1];
        return new double[] {first, -first - third, third, at[2]};
    }
}
