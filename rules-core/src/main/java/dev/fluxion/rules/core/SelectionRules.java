package dev.fluxion.rules.core;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

/**
 * Functions of double that select or shift: their partials are 0, 1 or -1, or a power of two. At a tie {@code max}
 * depends on its second argument and {@code min} on its first, also where one is not a number; the bounds of {@code
 * clamp} belong to the value.
 */
@Rules(of = {Math.class, StrictMath.class})
final class SelectionRules {

    private SelectionRules() {}

    /** The sign, which is 0 at 0. */
    @Partial(of = "abs", wrt = 0)
    static double abs(double x, double y) {
        return Math.signum(x);
    }

    @Partial(of = "max", wrt = 0)
    static double maxWrtX(double x, double y, double r) {
        return x > y ? 1 : 0;
    }

    @Partial(of = "max", wrt = 1)
    static double maxWrtY(double x, double y, double r) {
        return x > y ? 0 : 1;
    }

    @Partial(of = "min", wrt = 0)
    static double minWrtX(double x, double y, double r) {
        return x > y ? 0 : 1;
    }

    @Partial(of = "min", wrt = 1)
    static double minWrtY(double x, double y, double r) {
        return x > y ? 1 : 0;
    }

    @Partial(of = "clamp", wrt = 0)
    static double clampWrtValue(double x, double low, double high, double r) {
        return x < low || high < x ? 0 : 1;
    }

    @Partial(of = "clamp", wrt = 1)
    static double clampWrtLow(double x, double low, double high, double r) {
        return x < low ? 1 : 0;
    }

    @Partial(of = "clamp", wrt = 2)
    static double clampWrtHigh(double x, double low, double high, double r) {
        return high < x ? 1 : 0;
    }

    /** 1 where the signs are the same, also those of zeros, else -1. The sign's argument has none. */
    @Partial(of = "copySign", wrt = 0)
    static double copySign(double x, double sign, double r) {
        return Math.copySign(1.0, x) * Math.copySign(1.0, r);
    }

    @Partial(of = "scalb", wrt = 0)
    static double scalb(double x, int exponent, double r) {
        return Math.scalb(1.0, exponent);
    }

    @Partial(of = "nextUp", wrt = 0)
    static double nextUp(double x, double r) {
        return 1;
    }

    @Partial(of = "nextDown", wrt = 0)
    static double nextDown(double x, double r) {
        return 1;
    }

    /** The direction has none. */
    @Partial(of = "nextAfter", wrt = 0)
    static double nextAfter(double x, double direction, double r) {
        return 1;
    }
}
