package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient3;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** A perceptron of two layers, 784 to 32 (relu) to 10, the cross entropy of one example, in all weights and biases. */
@State(Scope.Thread)
public class Perceptron {

    /** The number of inputs. */
    static final int INPUTS = 784;

    /** The number of hidden units. */
    static final int HIDDEN = 32;

    /** The number of classes. */
    static final int CLASSES = 10;

    /** The class that the example is of. */
    static final int LABEL = 3;

    private final double[] image = new Random(4).doubles(INPUTS).toArray();
    private final DoubleArrayGradient3 gradient = gradient(onImage());
    private final double[] v = Logistic.normal(5, HIDDEN * INPUTS, 0.05);
    private final double[] w = Logistic.normal(6, CLASSES * HIDDEN, 0.2);
    private final double[] b = Logistic.normal(7, HIDDEN + CLASSES, 0.1);
    private final double[] vOut = new double[v.length];
    private final double[] wOut = new double[w.length];
    private final double[] bOut = new double[b.length];
    private final double[] hidden = new double[HIDDEN];
    private final double[] hiddenBar = new double[HIDDEN];
    private final double[] scores = new double[CLASSES];

    private dev.fluxion.DoubleArrayFn3 onImage() {
        double[] x = image;
        return (first, second, biases) -> value(first, second, biases, x);
    }

    /** The function, in the weights of both layers and the biases of both, for an input. */
    static double value(double[] v, double[] w, double[] b, double[] x) {
        double[] hidden = new double[HIDDEN];
        for (int i = 0; i < HIDDEN; i++) {
            double score = b[i];
            int row = i * INPUTS;
            for (int j = 0; j < INPUTS; j++) {
                score += v[row + j] * x[j];
            }
            hidden[i] = Math.max(score, 0);
        }
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double wanted = 0;
        for (int i = 0; i < CLASSES; i++) {
            double score = b[HIDDEN + i];
            int row = i * HIDDEN;
            for (int j = 0; j < HIDDEN; j++) {
                score += w[row + j] * hidden[j];
            }
            if (score > greatest) {
                sum = sum * Math.exp(greatest - score) + 1;
                greatest = score;
            } else {
                sum += Math.exp(score - greatest);
            }
            if (i == LABEL) {
                wanted = score;
            }
        }
        return greatest + Math.log(sum) - wanted;
    }

    /** Its value, and its gradients in the three arrays after {@code x}; the others are scratch. */
    static double adjoint(
            double[] v,
            double[] w,
            double[] b,
            double[] x,
            double[] vOut,
            double[] wOut,
            double[] bOut,
            double[] hidden,
            double[] hiddenBar,
            double[] scores) {
        for (int i = 0; i < HIDDEN; i++) {
            double score = b[i];
            int row = i * INPUTS;
            for (int j = 0; j < INPUTS; j++) {
                score += v[row + j] * x[j];
            }
            hidden[i] = Math.max(score, 0);
            hiddenBar[i] = 0;
        }
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CLASSES; i++) {
            double score = b[HIDDEN + i];
            int row = i * HIDDEN;
            for (int j = 0; j < HIDDEN; j++) {
                score += w[row + j] * hidden[j];
            }
            scores[i] = score;
            greatest = Math.max(greatest, score);
        }
        double wanted = scores[LABEL];
        double sum = Logistic.softmax(scores, greatest);
        scores[LABEL] -= 1;
        for (int i = 0; i < CLASSES; i++) {
            double bar = scores[i];
            int row = i * HIDDEN;
            bOut[HIDDEN + i] = bar;
            for (int j = 0; j < HIDDEN; j++) {
                wOut[row + j] = bar * hidden[j];
                hiddenBar[j] += bar * w[row + j];
            }
        }
        for (int i = 0; i < HIDDEN; i++) {
            double bar = hidden[i] > 0 ? hiddenBar[i] : 0;
            int row = i * INPUTS;
            bOut[i] = bar;
            for (int j = 0; j < INPUTS; j++) {
                vOut[row + j] = bar * x[j];
            }
        }
        return greatest + Math.log(sum) - wanted;
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(v, w, b, image);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(v, w, b, image, vOut, wOut, bOut, hidden, hiddenBar, scores);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(v, w, b, vOut, wOut, bOut);
    }
}
