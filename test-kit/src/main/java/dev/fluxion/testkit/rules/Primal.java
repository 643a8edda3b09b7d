package dev.fluxion.testkit.rules;

import dev.fluxion.testkit.differences.CentralDifferences;
import dev.fluxion.testkit.differences.Estimate;
import dev.fluxion.testkit.numbers.Numbers;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The method that a rule is for: what it does at a point, and its slopes there by differences. */
final class Primal {

    private final Trial trial;
    private final double[] point;
    private final Outcome here;
    private final double[] outputsHere;
    private final CentralDifferences differences;

    /**
     * What a call did.
     *
     * @param value what it returned
     * @param values the numbers in that
     * @param arguments the arguments as the call left them
     */
    record Outcome(@Nullable Object value, Numbers values, Numbers arguments) {}

    Primal(Trial trial) {
        this.trial = trial;
        this.point = trial.arguments.values();
        this.here = call(point);
        this.outputsHere = outputs(here);
        this.differences = isSingle() ? CentralDifferences.SINGLE : CentralDifferences.STANDARD;
    }

    Outcome here() {
        return here;
    }

    /** Returns how many numbers the method computes: those of its value, then those in the arguments' memory. */
    int outputs() {
        return outputsHere.length;
    }

    /** Returns what an output is called. */
    String outputName(int output) {
        int values = here.values().size();
        return output < values
                ? here.values().name(output)
                : here.arguments().name(output - values) + " after the call";
    }

    /** Returns whether floats are involved, of which differences know few digits. */
    boolean isSingle() {
        return isSingle(trial.arguments) || isSingle(here.values());
    }

    /** Returns the point. */
    double[] point() {
        return point.clone();
    }

    /** Returns the numbers that the method computes, of a call that it does on its own copy of the arguments. */
    double[] outputsHere() {
        return outputsHere.clone();
    }

    /** Returns the slope, along one argument number, of the sum of the outputs times their weights. */
    Estimate partial(int position, double[] weights) {
        double[] direction = new double[point.length];
        direction[position] = 1;
        return slope(direction, Math.max(1, Math.abs(point[position])), weights);
    }

    /** Returns the slope along a direction of the sum of the outputs times their weights. */
    Estimate slope(double[] direction, double[] weights) {
        double largest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        return slope(direction, largest == 0 ? 1 : 1 / largest, weights);
    }

    private Estimate slope(double[] direction, double scale, double[] weights) {
        return differences.refined(
                t -> moved(direction, t, weights),
                scale,
                step -> magnitude(direction, step, weights),
                trial.settings.relative(),
                trial.settings.absolute());
    }

    private double moved(double[] direction, double by, double[] weights) {
        double[] outputs = outputsAt(direction, by);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] == 0 ? 0 : weights[i] * (outputs[i] - outputsHere[i]);
        }
        return sum;
    }

    /** Returns the size of the terms that change: what rounding errors are relative to. */
    private double magnitude(double[] direction, double by, double[] weights) {
        double[] outputs = outputsAt(direction, by);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += outputs[i] == outputsHere[i] ? 0 : 2 * Math.abs(weights[i] * outputsHere[i]);
        }
        return sum;
    }

    /** Returns the outputs at a point nearby; NaN where there is none, or something of another shape. */
    private double[] outputsAt(double[] direction, double by) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += by * direction[i];
        }
        double[] outputs;
        try {
            outputs = outputs(call(moved));
        } catch (AssertionError thrown) {
            outputs = new double[0];
        }
        if (outputs.length != outputsHere.length) {
            outputs = new double[outputsHere.length];
            Arrays.fill(outputs, Double.NaN);
        }
        return outputs;
    }

    /** Calls the method with a copy of the arguments. */
    Outcome call(double[] numbers) {
        Numbers copy = trial.arguments.with(numbers);
        try {
            Object value = trial.target.handle().invokeWithArguments(copy.roots());
            return new Outcome(value, Numbers.of(List.of("value"), Collections.singletonList(value)), copy);
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable thrown) {
            throw trial.failure("the method itself throws " + thrown, thrown);
        }
    }

    private static double[] outputs(Outcome outcome) {
        double[] values = outcome.values().values();
        double[] memory = outcome.arguments().values();
        double[] all = Arrays.copyOf(values, values.length + memory.length);
        System.arraycopy(memory, 0, all, values.length, memory.length);
        return all;
    }

    private static boolean isSingle(Numbers numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.isSingle(i)) {
                return true;
            }
        }
        return false;
    }
}
