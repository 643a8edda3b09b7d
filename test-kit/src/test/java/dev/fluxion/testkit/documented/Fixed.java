package dev.fluxion.testkit.documented;

/** A number in fixed point, which nobody can look into. */
final class Fixed {

    private static final double ONE = 1L << 40;

    private final long units;

    private Fixed(long units) {
        this.units = units;
    }

    static Fixed of(double x) {
        return new Fixed(Math.round(x * ONE));
    }

    double value() {
        return units / ONE;
    }

    Fixed times(Fixed other) {
        return of(value() * other.value());
    }
}
