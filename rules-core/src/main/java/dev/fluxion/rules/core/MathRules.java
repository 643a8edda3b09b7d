package dev.fluxion.rules.core;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

/** Functions of Math whose partials take another transcendental function. */
@Rules(of = Math.class)
final class MathRules {

    private MathRules() {}

    @Partial(of = "sin", wrt = 0)
    static double sin(double x, double y) {
        return Math.cos(x);
    }

    @Partial(of = "cos", wrt = 0)
    static double cos(double x, double y) {
        return -Math.sin(x);
    }

    @Partial(of = "sinh", wrt = 0)
    static double sinh(double x, double y) {
        return Math.cosh(x);
    }

    @Partial(of = "cosh", wrt = 0)
    static double cosh(double x, double y) {
        return Math.sinh(x);
    }

    /** Not {@code y + 1}, which has no correct digit far below 0. */
    @Partial(of = "expm1", wrt = 0)
    static double expm1(double x, double y) {
        return Math.exp(x);
    }

    /**
     * {@code p * x^(p-1)}, from the result where that keeps all its digits: not where it over- or underflows, nor at 0,
     * where the second form has the right limits. 0 for {@code p = 0}, everywhere.
     */
    @Partial(of = "pow", wrt = 0, strongZero = true)
    static double powWrtX(double x, double p, double y) {
        if (p == 0) {
            return 0;
        }
        double size = Math.abs(y);
        return size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE ? p * (y / x) : p * Math.pow(x, p - 1);
    }

    /** {@code y * log|x|}; at {@code x = 0}, 0 for positive {@code p}, else not a number. */
    @Partial(of = "pow", wrt = 1, strongZero = true)
    static double powWrtP(double x, double p, double y) {
        if (x == 0) {
            return p > 0 ? 0 : Double.NaN;
        }
        return y * Math.log(Math.abs(x));
    }
}
