package dev.fluxion.examples.lambert;

import static dev.fluxion.Fluxion.implicit;
import static dev.fluxion.Fluxion.jacobian;

import dev.fluxion.Fluxion;
import dev.fluxion.derivative.ValueAndJacobian;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Example 13: the problem of Lambert. With what velocity does one leave one place to be at another a given time later?
 * Newton's method shoots along orbits of Kepler; and what it finds has derivatives in the places and the time, which
 * are those of the condition that the orbit hits, through the equation of Kepler's that is inside of it.
 */
public final class Lambert {

    /** Vallado, Fundamentals of Astrodynamics and Applications, example 7-5: two places in km, 76 minutes in s. */
    static final double[] VALLADO = {15945.34, 0, 0, 12214.83899, 10249.46731, 0, 76 * 60};

    private static final int MAX_ITERATIONS = 50;

    private Lambert() {}

    /** The iterations towards a velocity. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Shots(double[] velocity, int count) {}

    /** Returns where an orbit leads. */
    static double[] end(double[] from, double[] velocity, double time) {
        double[] state = new double[6];
        for (int i = 0; i < 3; i++) {
            state[i] = from[i];
            state[3 + i] = velocity[i];
        }
        return Kepler.after(state, time);
    }

    /**
     * Shoots until nothing changes.
     *
     * @param problem three coordinates of the one place, three of the other, and the time
     * @param guess a velocity to begin with
     */
    static Shots shots(double[] problem, double[] guess) {
        double[] velocity = guess.clone();
        double time = problem[6];
        for (int count = 1; count <= MAX_ITERATIONS; count++) {
            ValueAndJacobian shot = Fluxion.withJacobian(v -> Arrays.copyOf(end(problem, v, time), 3), velocity);
            double[] miss = new double[3];
            for (int i = 0; i < 3; i++) {
                miss[i] = shot.value()[i] - problem[3 + i];
            }
            double[] change = Vectors.solved(shot.jacobian(), miss);
            for (int i = 0; i < 3; i++) {
                velocity[i] -= change[i];
            }
            if (Vectors.length(change) < 1e-12 * Vectors.length(velocity)) {
                return new Shots(velocity, count);
            }
        }
        throw new ArithmeticException("no orbit found from " + Arrays.toString(problem));
    }

    /** Returns the velocity with which one leaves, as a function of the problem that can be differentiated. */
    static double[] velocity(double[] problem, UnaryOperator<double[]> solver) {
        return implicit(solver, (p, v) -> missed(p, v), problem);
    }

    private static double[] missed(double[] problem, double[] velocity) {
        double[] end = end(problem, velocity, problem[6]);
        return new double[] {end[0] - problem[3], end[1] - problem[4], end[2] - problem[5]};
    }

    /** Returns the derivatives of the velocity: a row for each coordinate, a column for each number of the problem. */
    static double[][] derivatives(double[] problem, double[] guess) {
        UnaryOperator<double[]> solver = p -> shots(p, guess).velocity;
        return jacobian(p -> velocity(p, solver), problem);
    }

    /** Prints the velocities, and the derivatives of the first. */
    public static void main() {
        double[] guess = {2, 3, 0};
        Shots shots = shots(VALLADO, guess);
        double[] end = end(VALLADO, shots.velocity, VALLADO[6]);
        System.out.println("Vallado's example 7-5, " + shots.count + " shots");
        System.out.println("  velocity at the start in km/s  " + Arrays.toString(shots.velocity));
        System.out.println("  as published                   [2.058913, 2.915965, 0.0]");
        System.out.println("  velocity at the end            " + Arrays.toString(Arrays.copyOfRange(end, 3, 6)));
        System.out.println("  as published                   [-3.451565, 0.910315, 0.0]");
        double[][] derivatives = derivatives(VALLADO, guess);
        System.out.println(
                "derivatives of the velocity at the start in its place, the place at the end (1/s), and the time"
                        + " (km/s^2)");
        for (double[] row : derivatives) {
            System.out.println("  " + Arrays.toString(row));
        }
    }
}
