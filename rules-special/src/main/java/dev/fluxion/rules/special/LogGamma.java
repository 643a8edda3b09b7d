package dev.fluxion.rules.special;

/**
 * The logarithm of the gamma function for positive arguments, by Stirling's series (DLMF 5.11.1) after a shift by the
 * recurrence: for the factors in front of incomplete gamma and beta functions. Its derivative is {@link Polygamma}.
 */
public final class LogGamma {

    private static final double LARGE = 15;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    /** {@code B₂ₖ / (2k (2k - 1))}. */
    private static final double[] SERIES = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };

    private LogGamma() {}

    /** Returns the logarithm of {@code Γ(x)}, to some 15 digits of {@code Γ(x)}; for positive {@code x} only. */
    public static double value(double x) {
        double product = 1;
        double y = x;
        while (y < LARGE) {
            product *= y;
            y += 1;
        }
        double inverse = 1 / (y * y);
        double series = 0;
        for (int i = SERIES.length - 1; i >= 0; i--) {
            series = series * inverse + SERIES[i];
        }
        return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series / y - Math.log(product);
    }

    /** Returns the logarithm of the beta function {@code Γ(a) Γ(b) / Γ(a + b)} (DLMF 5.12.1). */
    public static double ofBeta(double a, double b) {
        return value(a) + value(b) - value(a + b);
    }
}
