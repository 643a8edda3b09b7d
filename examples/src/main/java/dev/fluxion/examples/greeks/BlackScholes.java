package dev.fluxion.examples.greeks;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.sqrt;

import org.hipparchus.special.Erf;

/**
 * A European call on a share that pays no dividend, in the model of Black and Scholes (1973).
 *
 * @param spot the price of the share
 * @param strike what it may be bought for
 * @param rate the interest rate, continuously compounded
 * @param volatility of the logarithm of the share's price, in a year
 * @param time to expiry, in years
 */
record BlackScholes(double spot, double strike, double rate, double volatility, double time) {

    /** Returns what the call is worth. */
    double price() {
        double deviation = volatility * sqrt(time);
        double d1 = (log(spot / strike) + rate * time) / deviation + deviation / 2;
        return spot * normal(d1) - strike * exp(-rate * time) * normal(d1 - deviation);
    }

    /** Returns the same call at another price and volatility of the share. */
    BlackScholes at(double otherSpot, double otherVolatility) {
        return new BlackScholes(otherSpot, strike, rate, otherVolatility, time);
    }

    /** Returns the normal distribution function. */
    private static double normal(double x) {
        return Erf.erfc(-x / sqrt(2)) / 2;
    }
}
