package dev.fluxion.runtime.sweep;

import dev.fluxion.diagnostic.Refusals;

/**
 * What makes a number of the results of a function, so that its gradient can be taken: {@code w[0] * y[0] + w[1] * y[1]
 * + ...}. Differentiated together with the function.
 */
public final class WeightedSum {

    private WeightedSum() {}

    /**
     * Returns the sum of the results, each times its weight.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there are no results, or not as many as weights
     */
    public static double of(double[] results, double[] weights) {
        if (Refusals.requireValue(results).length != weights.length) {
            throw Refusals.misfit(results.length, weights.length);
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += results[i] * weights[i];
        }
        return sum;
    }
}
