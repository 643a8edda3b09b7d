package dev.fluxion.rules.special;

/**
 * Derivatives of the regularized incomplete beta function {@code I_x(a, b)} (DLMF 8.17.2), in plain Java, so that they
 * can be differentiated again. For positive {@code a} and {@code b}, and {@code x} from 0 to 1.
 */
public final class IncompleteBeta {

    private static final double EPSILON = 0x1p-56;
    private static final int MOST_TERMS = 1_000_000;

    private IncompleteBeta() {}

    /** Returns the derivative in {@code x}, the density {@code x^(a-1) (1-x)^(b-1) / B(a, b)}. */
    public static double inX(double x, double a, double b) {
        if (x == 0 || x == 1) {
            double power = x == 0 ? a : b;
            return power > 1 ? 0 : power == 1 ? Math.exp(-LogGamma.ofBeta(a, b)) : Double.POSITIVE_INFINITY;
        }
        return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - LogGamma.ofBeta(a, b));
    }

    /** Returns the derivative in {@code a}. */
    public static double inA(double x, double a, double b) {
        return isSmall(x, a, b) ? ofSeries(x, a, b, 1) : -ofSeries(1 - x, b, a, 0);
    }

    /** Returns the derivative in {@code b}. */
    public static double inB(double x, double a, double b) {
        return isSmall(x, a, b) ? ofSeries(x, a, b, 0) : -ofSeries(1 - x, b, a, 1);
    }

    /** Whether the series is taken as it is, and not after the reflection {@code I_x(a, b) = 1 - I_(1-x)(b, a)}. */
    private static boolean isSmall(double x, double a, double b) {
        return x <= (a + 1) / (a + b + 2);
    }

    /**
     * Differentiates {@code x^a (1-x)^b / (a B(a, b)) Σ tₙ} with {@code tₙ = tₙ₋₁ x (a+b+n-1) / (a+n)} (DLMF 8.17.8),
     * whose terms are all positive.
     *
     * @param inA 1 for the derivative in {@code a}, 0 for that in {@code b}
     */
    private static double ofSeries(double x, double a, double b, int inA) {
        if (x == 0) {
            return 0;
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - LogGamma.ofBeta(a, b)) / a;
        double both = Polygamma.value(0, a + b);
        double slopeOfLog =
                inA == 1
                        ? Math.log(x) - 1 / a - Polygamma.value(0, a) + both
                        : Math.log1p(-x) - Polygamma.value(0, b) + both;
        double term = 1;
        double slopeOfLogTerm = 0;
        double sum = 0;
        double slope = 0;
        for (int n = 1; n < MOST_TERMS && term > EPSILON * sum; n++) {
            sum += term;
            slope += term * slopeOfLogTerm;
            term *= x * (a + b + n - 1) / (a + n);
            slopeOfLogTerm += 1 / (a + b + n - 1) - inA / (a + n);
        }
        return front * (slopeOfLog * sum + slope);
    }
}
