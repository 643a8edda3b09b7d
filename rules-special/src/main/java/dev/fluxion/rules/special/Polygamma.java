package dev.fluxion.rules.special;

/**
 * The polygamma functions {@code ψ⁽ⁿ⁾}, the derivatives of the logarithm of the gamma function: {@code ψ⁽⁰⁾} is
 * digamma, {@code ψ⁽¹⁾} trigamma. There is a rule for them, so that they have derivatives of any order themselves.
 *
 * <p>An argument is shifted by the recurrence (DLMF 5.15.5) to where the asymptotic series has all its digits (DLMF
 * 5.11.2, 5.15.9); a negative one is reflected first (DLMF 5.15.6).
 *
 * <pre>{@code
 * Polygamma.value(0, 1)      // -0.5772156649015329, minus Euler's constant
 * Polygamma.value(1, 1)      // 1.6449340668482264, π² / 6
 * }</pre>
 */
public final class Polygamma {

    /** The largest order that the series is made for. */
    static final int MAX_ORDER = 20;

    /** From here on, the series has all its digits, for order 0. */
    private static final double LARGE = 15;

    /** The Bernoulli numbers of even index, from the second (DLMF 24.2). */
    private static final double[] BERNOULLI = {
        1.0 / 6,
        -1.0 / 30,
        1.0 / 42,
        -1.0 / 30,
        5.0 / 66,
        -691.0 / 2730,
        7.0 / 6,
        -3617.0 / 510,
        43867.0 / 798,
        -174611.0 / 330
    };

    private Polygamma() {}

    /**
     * Returns {@code ψ⁽ⁿ⁾(x)}, to some 14 digits; at the poles, the whole numbers from 0 down, infinity for odd orders,
     * else not a number.
     *
     * @param order the order, from 0 to 20
     * @param x the argument
     * @throws IllegalArgumentException if there is no such order
     */
    public static double value(int order, double x) {
        if (order < 0 || order > MAX_ORDER) {
            throw new IllegalArgumentException("the order " + order + " is not between 0 and " + MAX_ORDER);
        }
        if (x <= 0 && x == Math.rint(x)) {
            return order % 2 == 1 && x != Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (x < 0) {
            return sign(order) * ofPositive(order, 1 - x) - cotangent(order, x);
        }
        return ofPositive(order, x);
    }

    private static double ofPositive(int order, double x) {
        double factorial = 1;
        for (int i = 2; i <= order; i++) {
            factorial *= i;
        }
        double shifted = 0;
        double y = x;
        while (y < LARGE + order) {
            shifted += Math.pow(y, -order - 1);
            y += 1;
        }
        return -sign(order) * (factorial * shifted + asymptotic(order, factorial, y));
    }

    /** Returns the series without its sign. */
    private static double asymptotic(int order, double factorial, double x) {
        double sum = 0;
        // (2k + n - 1)! / (2k)! x^-(2k + n)
        double term = (order == 0 ? 1 : factorial / order) * Math.pow(x, -order);
        double first = order == 0 ? -Math.log(x) : term;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            if (order == 0) {
                term = Math.pow(x, -2 * k) / (2 * k);
            } else {
                term *= (2.0 * k + order - 1) * (2 * k + order - 2) / ((2.0 * k) * (2 * k - 1)) / (x * x);
            }
            sum += BERNOULLI[k - 1] * term;
        }
        return first + factorial / 2 * Math.pow(x, -order - 1) + sum;
    }

    /**
     * Returns {@code π dⁿ/dxⁿ cot(π x)}, which is a polynomial in the cotangent: its derivative is {@code -(1 + c²)}.
     */
    private static double cotangent(int order, double x) {
        double[] polynomial = new double[order + 2];
        polynomial[1] = 1;
        for (int n = 1; n <= order; n++) {
            double[] slope = new double[order + 2];
            for (int i = 1; i <= n; i++) {
                slope[i - 1] -= i * polynomial[i];
                slope[i + 1] -= i * polynomial[i];
            }
            polynomial = slope;
        }
        double cotangent = 1 / Math.tan(Math.PI * (x - Math.rint(x)));
        double sum = 0;
        for (int i = order + 1; i >= 0; i--) {
            sum = sum * cotangent + polynomial[i];
        }
        return Math.pow(Math.PI, order + 1) * sum;
    }

    private static int sign(int order) {
        return order % 2 == 0 ? 1 : -1;
    }
}
