package dev.fluxion.examples.sensitivity;

import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.withGradient;

import dev.fluxion.ValueAndGradient;
import dev.fluxion.control.Revolve;

import java.util.Arrays;
import java.util.Locale;

/**
 * Example 12: what the solutions of differential equations depend on. The integrators are plain loops in Java; their
 * derivatives are those of the numbers that they compute. SUNDIALS, whose figures stand beside these, integrates other
 * differential equations for the derivatives, backwards: its errors are those of that integration.
 */
public final class Sensitivities {

    private Sensitivities() {}

    /** Prints all. */
    public static void main() {
        int steps = 10_000;
        int states = 20;
        ValueAndGradient<double[]> all = withGradient(p -> LotkaVolterra.distance(p, steps), LotkaVolterra.START);
        ValueAndGradient<double[]> few =
                withGradient(p -> LotkaVolterra.distanceFromCheckpoints(p, steps, states), LotkaVolterra.START);
        System.out.println("Lotka-Volterra: half the squared distance from (1, 1) at time 10, 10000 steps");
        print("value", all.value());
        print("gradient in x, y, p0, p1, p2, p3", all.gradient());
        print("by SUNDIALS, 7 digits", 0.2995996, -0.01415181, 0.6219617, 0.06800142, 0.1691765, 0.2725608);
        print("with 20 states remembered", few.gradient());
        System.out.println("  " + Revolve.extraSteps(steps, states) + " steps run again for that");

        double[] gradient = withGradient(p -> Robertson.after(p, 50)[Robertson.INTEGRAL], Robertson.START).gradient();
        System.out.println("Robertson: the integral of y3 up to time 50");
        print("gradient in p1, p2, p3", Arrays.copyOfRange(gradient, 4, 7));
        print("by SUNDIALS, 5 digits", 1.7341e2, -5.0591e-4, 8.4323e-8);
        print("gradient in y1, y2, y3", Arrays.copyOf(gradient, 3));
        print("by SUNDIALS, 5 digits", 8.4191, 16.097, 16.097);
        double[][] jacobian = jacobian(p -> Robertson.after(p, 0.4), Robertson.START);
        System.out.println("Robertson: y1, y2, y3 at time 0.4");
        print("derivatives in p1", jacobian[0][4], jacobian[1][4], jacobian[2][4]);
        print("by SUNDIALS, 5 digits", -3.5595e-01, 3.9025e-04, 3.5556e-01);
    }

    private static void print(String name, double... numbers) {
        StringBuilder line = new StringBuilder();
        for (double number : numbers) {
            line.append(String.format(Locale.ROOT, " %17.10e", number));
        }
        System.out.printf("  %-33s%s%n", name, line);
    }
}
