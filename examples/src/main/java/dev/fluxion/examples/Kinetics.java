package dev.fluxion.examples;

import static dev.fluxion.Fluxion.objectGradient;

import dev.fluxion.ObjectGradient;
import dev.fluxion.ValueAndGradient;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Example 5: a model whose parameters are a {@code Map<String, Double>}, fitted by gradient descent. The gradient is a
 * map with the same keys.
 *
 * <p>The model is that of Michaelis and Menten for the speed of a reaction with an enzyme, {@code v = vmax c / (km +
 * c)}, where c is the concentration of the substrate; the measurements are those of Treloar (1974) with cells treated
 * with Puromycin, as in Bates and Watts, Nonlinear Regression Analysis and Its Applications (1988), table A1.3.
 */
final class Kinetics {

    /** Concentrations in 0.1 ppm. */
    private static final double[] CONCENTRATIONS = {0.2, 0.2, 0.6, 0.6, 1.1, 1.1, 2.2, 2.2, 5.6, 5.6, 11, 11};

    /** Counts per minute squared, in hundreds. */
    private static final double[] VELOCITIES = {0.76, 0.47, 0.97, 1.07, 1.23, 1.39, 1.59, 1.52, 1.91, 2.01, 2.07, 2.00};

    private static final int STEPS = 4000;
    private static final double RATE = 0.05;

    private Kinetics() {}

    /** Returns parameters to start from: {@code vmax} as the velocities, {@code km} as the concentrations. */
    static Map<String, Double> start() {
        return new TreeMap<>(Map.of("vmax", 1.0, "km", 1.0));
    }

    /** Returns the sum of the squares of what the model does not explain, in hundreds squared. */
    @SuppressWarnings("NullAway") // a parameter that is missing fails, as it should
    static double loss(Map<String, Double> parameters) {
        double vmax = parameters.get("vmax");
        double km = parameters.get("km");
        double sum = 0;
        for (int i = 0; i < CONCENTRATIONS.length; i++) {
            double c = CONCENTRATIONS[i];
            double rest = VELOCITIES[i] - vmax * c / (km + c);
            sum += rest * rest;
        }
        return sum;
    }

    /** Returns the parameters that gradient descent ends at. */
    static Map<String, Double> fit(Map<String, Double> start) {
        ObjectGradient<Map<String, Double>> gradient = objectGradient(Kinetics::loss);
        Map<String, Double> parameters = new TreeMap<>(start);
        for (int step = 0; step < STEPS; step++) {
            Map<String, Double> slope = gradient.at(parameters);
            parameters.replaceAll((name, value) -> value - RATE * slope.getOrDefault(name, 0.0));
        }
        return parameters;
    }

    /** Prints the gradient where the fit starts and where it ends. */
    static void main() {
        ObjectGradient<Map<String, Double>> gradient = objectGradient(Kinetics::loss);
        Map<String, Double> fitted = fit(start());
        for (Map<String, Double> parameters : List.of(start(), fitted)) {
            ValueAndGradient<Map<String, Double>> at = gradient.withGradient(parameters);
            System.out.println(parameters + "  loss " + at.value() + "  gradient " + at.gradient());
        }
    }
}
