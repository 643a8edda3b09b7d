package dev.fluxion.examples;

import static dev.fluxion.Fluxion.objectGradient;

import dev.fluxion.ObjectGradient;
import dev.fluxion.ValueAndGradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Example 6: a network that is a {@code List<Layer>}, where a layer is a record of arrays, learns the exclusive or by
 * gradient descent. The gradient is a list of layers.
 */
final class Network {

    /**
     * One layer.
     *
     * @param weights by output, then input
     * @param bias by output
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares layers
    record Layer(double[][] weights, double[] bias) {

        /** Returns the outputs, each squashed by tanh. */
        double[] apply(double[] input) {
            double[] output = new double[bias.length];
            for (int i = 0; i < output.length; i++) {
                double sum = bias[i];
                for (int j = 0; j < input.length; j++) {
                    sum += weights[i][j] * input[j];
                }
                output[i] = Math.tanh(sum);
            }
            return output;
        }

        /** Returns this layer, a step against the gradient further. */
        Layer minus(double rate, Layer gradient) {
            double[][] w = new double[weights.length][];
            double[] b = new double[bias.length];
            for (int i = 0; i < w.length; i++) {
                w[i] = new double[weights[i].length];
                for (int j = 0; j < w[i].length; j++) {
                    w[i][j] = weights[i][j] - rate * gradient.weights[i][j];
                }
                b[i] = bias[i] - rate * gradient.bias[i];
            }
            return new Layer(w, b);
        }
    }

    private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    private static final double[] TARGETS = {0, 1, 1, 0};
    private static final int[] SIZES = {2, 4, 1};
    private static final double RATE = 0.2;

    private Network() {}

    /** Returns layers of random weights. */
    static List<Layer> random(long seed) {
        Random random = new Random(seed);
        List<Layer> layers = new ArrayList<>();
        for (int k = 1; k < SIZES.length; k++) {
            double[][] weights = new double[SIZES[k]][SIZES[k - 1]];
            for (double[] row : weights) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextGaussian();
                }
            }
            layers.add(new Layer(weights, new double[SIZES[k]]));
        }
        return layers;
    }

    /** Returns what the network makes of an input. */
    static double output(List<Layer> layers, double[] input) {
        double[] signal = input;
        for (Layer layer : layers) {
            signal = layer.apply(signal);
        }
        return signal[0];
    }

    /** Returns the mean square of the errors. */
    static double loss(List<Layer> layers) {
        double sum = 0;
        for (int i = 0; i < INPUTS.length; i++) {
            double error = output(layers, INPUTS[i]) - TARGETS[i];
            sum += error * error;
        }
        return sum / INPUTS.length;
    }

    /** Returns the losses before each step and after the last; the layers in the list are replaced by trained ones. */
    static List<Double> train(List<Layer> layers, int steps) {
        ObjectGradient<List<Layer>> gradient = objectGradient(Network::loss);
        List<Double> losses = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            ValueAndGradient<List<Layer>> at = gradient.withGradient(layers);
            losses.add(at.value());
            for (int k = 0; k < layers.size(); k++) {
                layers.set(k, layers.get(k).minus(RATE, at.gradient().get(k)));
            }
        }
        losses.add(loss(layers));
        return losses;
    }

    /** Trains a network and prints what it has learned. */
    static void main() {
        List<Layer> layers = random(1);
        List<Double> losses = train(layers, 2000);
        for (int step = 0; step < losses.size(); step += 400) {
            System.out.println("step " + step + "  loss " + losses.get(step));
        }
        for (double[] input : INPUTS) {
            System.out.println((int) input[0] + " xor " + (int) input[1] + " = " + output(layers, input));
        }
    }
}
