package dev.fluxion.smoke.classpath;

import java.math.BigDecimal;

/** Arithmetic in decimal digits, which Fluxion cannot look through. */
final class Exact {

    private Exact() {}

    static double square(double x) {
        BigDecimal digits = new BigDecimal(x);
        return digits.multiply(digits).doubleValue();
    }
}
