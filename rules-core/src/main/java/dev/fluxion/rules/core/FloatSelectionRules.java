package dev.fluxion.rules.core;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

/**
 * Functions of float that select or shift: their partials are 0, 1 or -1, or a power of two. At a tie {@code max}
 * depends on its second argument and {@code min} on its first, also where one is not a number; the bounds of {@code
 * clamp} belong to the value.
 */
@Rules(of = {Math.class, StrictMath.class})
final class FloatSelectionRules {

    private FloatSelectionRules() {}

    /** The sign, which is 0 at 0. */
    @Partial(of = "abs", wrt = 0)
    static float abs(float x, float y) {
        return Math.signum(x);
    }

    @Partial(of = "max", wrt = 0)
    static float maxWrtX(float x, float y, float r) {
        return x > y ? 1 : 0;
    }

    @Partial(of = "max", wrt = 1)
    static float maxWrtY(float x, float y, float r) {
        return x > y ? 0 : 1;
    }

    @Partial(of = "min", wrt = 0)
    static float minWrtX(float x, float y, float r) {
        return x > y ? 0 : 1;
    }

    @Partial(of = "min", wrt = 1)
    static float minWrtY(float x, float y, float r) {
        return x > y ? 1 : 0;
    }

    @Partial(of = "clamp", wrt = 0)
    static float clampWrtValue(float x, float low, float high, float r) {
        return x < low || high < x ? 0 : 1;
    }

    @Partial(of = "clamp", wrt = 1)
    static float clampWrtLow(float x, float low, float high, float r) {
        return x < low ? 1 : 0;
    }

    @Partial(of = "clamp", wrt = 2)
    static float clampWrtHigh(float x, float low, float high, float r) {
        return high < x ? 1 : 0;
    }

    /** 1 where the signs are the same, also those of zeros, else -1. The sign's argument has none. */
    @Partial(of = "copySign", wrt = 0)
    static float copySign(float x, float sign, float r) {
        return Math.copySign(1.0f, x) * Math.copySign(1.0f, r);
    }

    @Partial(of = "scalb", wrt = 0)
    static float scalb(float x, int exponent, float r) {
        return Math.scalb(1.0f, exponent);
    }

    @Partial(of = "nextUp", wrt = 0)
    static float nextUp(float x, float r) {
        return 1;
    }

    @Partial(of = "nextDown", wrt = 0)
    static float nextDown(float x, float r) {
        return 1;
    }

    /** The direction has none. */
    @Partial(of = "nextAfter", wrt = 0)
    static float nextAfter(float x, double direction, float r) {
        return 1;
    }

    @Partial(of = "fma", wrt = 0)
    static float fmaWrtX(float x, float y, float z, float r) {
        return y;
    }

    @Partial(of = "fma", wrt = 1)
    static float fmaWrtY(float x, float y, float z, float r) {
        return x;
    }

    @Partial(of = "fma", wrt = 2)
    static float fmaWrtZ(float x, float y, float z, float r) {
        return 1;
    }
}
