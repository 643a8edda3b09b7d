package dev.fluxion.rules.special;

/**
 * Derivatives of the regularized incomplete gamma function {@code P(a, x) = γ(a, x) / Γ(a)} (DLMF 8.2.4), in plain
 * Java, so that they can be differentiated again. For positive {@code a} and {@code x} that is not negative.
 */
public final class IncompleteGamma {

    private static final double EPSILON = 0x1p-56;
    private static final int MOST_TERMS = 100_000;

    private IncompleteGamma() {}

    /** Returns the derivative in {@code x}, the density {@code x^(a-1) e^(-x) / Γ(a)} (DLMF 8.8.13). */
    public static double inX(double a, double x) {
        if (x == 0) {
            return a > 1 ? 0 : a == 1 ? 1 : Double.POSITIVE_INFINITY;
        }
        return Math.exp((a - 1) * Math.log(x) - x - LogGamma.value(a));
    }

    /**
     * Returns the derivative in {@code a}: of the power series (DLMF 8.7.1), term by term, below {@code a + 1}; else of
     * the continued fraction (DLMF 8.9.2) of {@code Q = 1 - P}, evaluated together with its tangent.
     */
    public static double inA(double a, double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x >= 0 ? 0 : Double.NaN;
        }
        return x < a + 1 ? ofSeries(a, x) : -ofFraction(a, x);
    }

    private static double ofSeries(double a, double x) {
        double logX = Math.log(x);
        double digamma = Polygamma.value(0, a + 1);
        double term = Math.exp(a * logX - x - LogGamma.value(a + 1));
        double sum = 0;
        double slope = 0;
        for (int n = 1; n < MOST_TERMS && term > EPSILON * sum; n++) {
            sum += term;
            slope += term * (logX - digamma);
            term *= x / (a + n);
            digamma += 1 / (a + n);
        }
        return slope;
    }

    /** Lentz's method, with the tangent of each of its steps. */
    private static double ofFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 0x1p600;
        double dc = 0;
        double d = 1 / b;
        double dd = d * d;
        double h = d;
        double dh = dd;
        double change = 1;
        for (int i = 1; i < MOST_TERMS && change > EPSILON; i++) {
            double numerator = -i * (i - a);
            b += 2;
            double below = numerator * d + b;
            double dBelow = i * d + numerator * dd - 1;
            double nextC = b + numerator / c;
            dc = i / c - numerator * dc / (c * c) - 1;
            c = nextC;
            d = 1 / below;
            dd = -dBelow * d * d;
            double step = d * c;
            double dStep = dd * c + d * dc;
            dh = dh * step + h * dStep;
            h *= step;
            change = Math.abs(step - 1) + Math.abs(h * dStep) / (Math.abs(dh) + Math.abs(h));
        }
        double front = Math.exp(a * Math.log(x) - x - LogGamma.value(a));
        return front * (h * (Math.log(x) - Polygamma.value(0, a)) + dh);
    }
}
