package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleArrayGradient3;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Random;

/** Softmax regression 784 to 10, the cross entropy of one example, in weights, biases and inputs. */
@State(Scope.Thread)
public class Logistic {

    /** The number of inputs. */
    static final int INPUTS = 784;

    /** The number of classes. */
    static final int CLASSES = 10;

    /** The class that the example is of. */
    static final int LABEL = 3;

    private final DoubleArrayGradient3 gradient = gradient(Logistic::value);
    private final double[] w = normal(2, CLASSES * INPUTS, 0.05);
    private final double[] b = normal(3, CLASSES, 0.05);
    private final double[] x = new Random(4).doubles(INPUTS).toArray();
    private final double[] wOut = new double[w.length];
    private final double[] bOut = new double[b.length];
    private final double[] xOut = new double[x.length];
    private final double[] scores = new double[CLASSES];

    /** Returns normally distributed numbers. */
    static double[] normal(long seed, int length, double deviation) {
        Random random = new Random(seed);
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = deviation * random.nextGaussian();
        }
        return numbers;
    }

    /** The function; the sum of exponentials is kept relative to the greatest score so far. */
    static double value(double[] w, double[] b, double[] x) {
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double wanted = 0;
        for (int i = 0; i < CLASSES; i++) {
            double score = b[i];
            int row = i * INPUTS;
            for (int j = 0; j < INPUTS; j++) {
                score += w[row + j] * x[j];
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

    /** Its value, and its gradients in the last arrays but one; {@code scores} is scratch. */
    static double adjoint(
            double[] w, double[] b, double[] x, double[] wOut, double[] bOut, double[] xOut, double[] scores) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CLASSES; i++) {
            double score = b[i];
            int row = i * INPUTS;
            for (int j = 0; j < INPUTS; j++) {
                score += w[row + j] * x[j];
            }
            scores[i] = score;
            greatest = Math.max(greatest, score);
        }
        double wanted = scores[LABEL];
        double sum = softmax(scores, greatest);
        scores[LABEL] -= 1;
        for (int j = 0; j < INPUTS; j++) {
            xOut[j] = 0;
        }
        for (int i = 0; i < CLASSES; i++) {
            double bar = scores[i];
            int row = i * INPUTS;
            bOut[i] = bar;
            for (int j = 0; j < INPUTS; j++) {
                wOut[row + j] = bar * x[j];
            }
            for (int j = 0; j < INPUTS; j++) {
                xOut[j] += bar * w[row + j];
            }
        }
        return greatest + Math.log(sum) - wanted;
    }

    /** Turns scores into probabilities; returns the sum of their exponentials relative to the greatest. */
    static double softmax(double[] scores, double greatest) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double e = Math.exp(scores[i] - greatest);
            scores[i] = e;
            sum += e;
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return sum;
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return value(w, b, x);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double byHand() {
        return adjoint(w, b, x, wOut, bOut, xOut, scores);
    }

    /** Value and gradient by Fluxion. */
    @Benchmark
    public double byFluxion() {
        return gradient.into(w, b, x, wOut, bOut, xOut);
    }
}
