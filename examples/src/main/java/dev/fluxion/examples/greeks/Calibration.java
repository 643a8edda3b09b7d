package dev.fluxion.examples.greeks;

import static dev.fluxion.Fluxion.jacobian;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.tanh;

import dev.fluxion.derivative.Jacobian;
import dev.fluxion.derivative.ValueAndJacobian;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Which parameters of Heston's model the prices of the market imply: variance, reversion, mean, deviation and
 * correlation, from calls at as many strikes, by the method of Levenberg and Marquardt with the Jacobian of the prices.
 * What must be positive is searched for as a logarithm, the correlation as the inverse of its hyperbolic tangent.
 *
 * <p>Calls that expire at one time hardly tell a fast return to the mean from a variance that is near it: the guess
 * must be a fair one, or the search ends in a long valley where the prices are right to a few digits.
 */
final class Calibration {

    /** The strikes for which Alan Lewis has published prices. */
    private static final double[] STRIKES = {80, 90, 100, 110, 120};

    /** These prices. */
    private static final double[] PRICES = {
        26.774758743998856, 20.93334900059671, 16.070154917028834, 12.132211516709845, 9.024913483457835
    };

    private static final int MAX_EVALUATIONS = 100;

    private static final Jacobian JACOBIAN = jacobian((double[] found) -> prices(parameters(found)));

    private Calibration() {}

    /**
     * What is fitted.
     *
     * @param variance of the logarithm of the share's price, now, in a year
     * @param reversion how fast the variance returns to its mean
     * @param mean of the variance
     * @param deviation of the variance
     * @param correlation between price and variance
     */
    record Parameters(double variance, double reversion, double mean, double deviation, double correlation) {}

    /**
     * Where the search has ended.
     *
     * @param parameters what was found
     * @param jacobians how many Jacobians that took
     */
    record Fit(Parameters parameters, int jacobians) {}

    /** Returns what the calls are worth, for Lewis' spot, rates and time to expiry. */
    static double[] prices(Parameters p) {
        Heston call = Greeks.LEWIS;
        double[] prices = new double[STRIKES.length];
        for (int i = 0; i < prices.length; i++) {
            Heston each =
                    new Heston(
                            call.spot(),
                            STRIKES[i],
                            call.rate(),
                            call.dividend(),
                            call.time(),
                            p.variance,
                            p.reversion,
                            p.mean,
                            p.deviation,
                            p.correlation);
            prices[i] = each.price();
        }
        return prices;
    }

    private static Parameters parameters(double[] found) {
        return new Parameters(exp(found[0]), exp(found[1]), exp(found[2]), exp(found[3]), tanh(found[4]));
    }

    private static double[] searched(Parameters p) {
        double correlation = log((1 + p.correlation) / (1 - p.correlation)) / 2;
        return new double[] {log(p.variance), log(p.reversion), log(p.mean), log(p.deviation), correlation};
    }

    /** Fits the parameters to the published prices. */
    static Fit from(Parameters guess) {
        Optimum best =
                new LevenbergMarquardtOptimizer()
                        .optimize(
                                new LeastSquaresBuilder()
                                        .model(Calibration::pricesAndJacobian)
                                        .target(PRICES)
                                        .start(searched(guess))
                                        .maxEvaluations(MAX_EVALUATIONS)
                                        .maxIterations(MAX_EVALUATIONS)
                                        .build());
        return new Fit(parameters(best.getPoint().toArray()), best.getEvaluations());
    }

    private static Pair<RealVector, RealMatrix> pricesAndJacobian(RealVector point) {
        ValueAndJacobian both = JACOBIAN.withJacobian(point.toArray());
        return new Pair<>(new ArrayRealVector(both.value(), false), MatrixUtils.createRealMatrix(both.jacobian()));
    }
}
