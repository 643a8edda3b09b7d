package dev.fluxion.examples.greeks;

import static java.lang.Math.PI;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.sqrt;

/**
 * A European call in the model of Heston (1993), where the variance of the share's price reverts to a mean and is
 * itself random.
 *
 * @param spot the price of the share
 * @param strike what it may be bought for
 * @param rate the interest rate, continuously compounded
 * @param dividend the dividend yield, continuously compounded
 * @param time to expiry, in years
 * @param variance of the logarithm of the share's price, now, in a year
 * @param reversion how fast the variance returns to its mean, called kappa
 * @param mean of the variance, called theta
 * @param deviation of the variance, its volatility, called sigma
 * @param correlation between price and variance, called rho
 */
record Heston(
        double spot,
        double strike,
        double rate,
        double dividend,
        double time,
        double variance,
        double reversion,
        double mean,
        double deviation,
        double correlation) {

    /** The trapezoidal rule is exact to rounding for this integrand: it has no poles within a half of the axis. */
    private static final double STEP = 1.0 / 12;

    /** There the integrand is below rounding, unless expiry is near. */
    private static final double END = 60;

    /**
     * Returns what the call is worth, by the one integral of Lewis, Option Valuation under Stochastic Volatility
     * (2000).
     */
    double price() {
        double moneyness = log(spot / strike) + (rate - dividend) * time;
        double sum = 0;
        for (int i = 0; i * STEP < END; i++) {
            double u = i * STEP;
            Complex phase = new Complex(0, u * moneyness);
            double value = phase.plus(exponent(u)).exp().re() / (u * u + 0.25);
            sum += i == 0 ? value / 2 : value;
        }
        return spot * exp(-dividend * time)
                - sqrt(spot * strike) * exp(-(rate + dividend) * time / 2) * sum * STEP / PI;
    }

    /**
     * Returns the logarithm of the characteristic function of log(share / forward) at u - i/2, in the form of Albrecher
     * and others, The Little Heston Trap (2007), whose logarithm stays on one branch.
     */
    private Complex exponent(double u) {
        double square = deviation * deviation;
        Complex b = new Complex(reversion - correlation * deviation / 2, -correlation * deviation * u);
        Complex d = b.times(b).plus(square * (u * u + 0.25)).sqrt();
        Complex g = b.minus(d).over(b.plus(d));
        Complex decay = d.times(-time).exp();
        Complex rest = g.times(decay).negative().plus(1);
        Complex ofMean = b.minus(d).times(time).minus(rest.over(g.negative().plus(1)).log().times(2));
        Complex ofVariance = b.minus(d).times(decay.negative().plus(1)).over(rest);
        return ofMean.times(reversion * mean).plus(ofVariance.times(variance)).times(1 / square);
    }

    /** Returns the same call at another price and variance of the share. */
    Heston at(double otherSpot, double otherVariance) {
        return new Heston(
                otherSpot, strike, rate, dividend, time, otherVariance, reversion, mean, deviation, correlation);
    }

    /** Returns the same model's call at another strike. */
    Heston struckAt(double otherStrike) {
        return new Heston(spot, otherStrike, rate, dividend, time, variance, reversion, mean, deviation, correlation);
    }
}
