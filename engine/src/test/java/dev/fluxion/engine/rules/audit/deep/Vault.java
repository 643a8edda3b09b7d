package dev.fluxion.engine.rules.audit.deep;

/** A class in a package below. */
public final class Vault {

    private Vault() {}

    /** Returns five times the number. */
    public static double locked(double x) {
        return 5 * x;
    }
}
