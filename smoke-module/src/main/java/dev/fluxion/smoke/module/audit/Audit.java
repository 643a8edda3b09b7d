package dev.fluxion.smoke.module.audit;

import java.math.BigDecimal;

/** Rounds, by way of decimal digits, which Fluxion cannot look through. */
public final class Audit {

    private Audit() {}

    /** Returns the number with one decimal. */
    public static double rounded(double x) {
        return new BigDecimal(x).setScale(1, java.math.RoundingMode.HALF_EVEN).doubleValue();
    }
}
