package dev.fluxion.rules.core;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

/** Functions whose partials take no transcendental function: the result of the function itself has it, or none does. */
@Rules(of = {Math.class, StrictMath.class})
final class AlgebraicRules {

    private static final double LN_10 = 2.302585092994046;

    private AlgebraicRules() {}

    @Partial(of = "exp", wrt = 0)
    static double exp(double x, double y) {
        return y;
    }

    @Partial(of = "log", wrt = 0, strongZero = true)
    static double log(double x, double y) {
        return 1 / x;
    }

    @Partial(of = "log10", wrt = 0, strongZero = true)
    static double log10(double x, double y) {
        return 1 / (x * LN_10);
    }

    @Partial(of = "log1p", wrt = 0, strongZero = true)
    static double log1p(double x, double y) {
        return 1 / (1 + x);
    }

    /** Infinity at both zeros: adding 0.0 makes a positive zero of a negative one. */
    @Partial(of = "sqrt", wrt = 0, strongZero = true)
    static double sqrt(double x, double y) {
        return 0.5 / (y + 0.0);
    }

    /** Infinity at 0. */
    @Partial(of = "cbrt", wrt = 0, strongZero = true)
    static double cbrt(double x, double y) {
        return 1 / (3 * (y * y));
    }

    /** 0 at the origin. */
    @Partial(of = "hypot", wrt = 0)
    static double hypotWrtX(double x, double y, double r) {
        return x / (r == 0 ? 1 : r);
    }

    @Partial(of = "hypot", wrt = 1)
    static double hypotWrtY(double x, double y, double r) {
        return y / (r == 0 ? 1 : r);
    }

    @Partial(of = "tan", wrt = 0)
    static double tan(double x, double y) {
        return 1 + y * y;
    }

    @Partial(of = "tanh", wrt = 0)
    static double tanh(double x, double y) {
        return 1 - y * y;
    }

    @Partial(of = "asin", wrt = 0, strongZero = true)
    static double asin(double x, double y) {
        return 1 / Math.sqrt((1 - x) * (1 + x));
    }

    @Partial(of = "acos", wrt = 0, strongZero = true)
    static double acos(double x, double y) {
        return -1 / Math.sqrt((1 - x) * (1 + x));
    }

    @Partial(of = "atan", wrt = 0)
    static double atan(double x, double y) {
        return 1 / (1 + x * x);
    }

    /** Not a number at the origin. */
    @Partial(of = "atan2", wrt = 0)
    static double atan2WrtY(double y, double x, double angle) {
        return x / (x * x + y * y);
    }

    @Partial(of = "atan2", wrt = 1)
    static double atan2WrtX(double y, double x, double angle) {
        return -y / (x * x + y * y);
    }

    @Partial(of = "fma", wrt = 0)
    static double fmaWrtX(double x, double y, double z, double r) {
        return y;
    }

    @Partial(of = "fma", wrt = 1)
    static double fmaWrtY(double x, double y, double z, double r) {
        return x;
    }

    @Partial(of = "fma", wrt = 2)
    static double fmaWrtZ(double x, double y, double z, double r) {
        return 1;
    }

    /** Not a number where the remainder jumps, which is where it is half of the divisor. */
    @Partial(of = "IEEEremainder", wrt = 0)
    static double remainderWrtX(double x, double y, double r) {
        return 2 * Math.abs(r) == Math.abs(y) ? Double.NaN : 1;
    }

    /** Minus the quotient, which is whole; not a number where the remainder jumps. */
    @Partial(of = "IEEEremainder", wrt = 1)
    static double remainderWrtY(double x, double y, double r) {
        return 2 * Math.abs(r) == Math.abs(y) ? Double.NaN : -Math.rint((x - r) / y);
    }

    @Partial(of = "toRadians", wrt = 0)
    static double toRadians(double x, double y) {
        return 0.017453292519943295;
    }

    @Partial(of = "toDegrees", wrt = 0)
    static double toDegrees(double x, double y) {
        return 57.29577951308232;
    }
}
