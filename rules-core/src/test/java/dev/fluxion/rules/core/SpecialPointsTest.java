package dev.fluxion.rules.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Kinks, poles, ties and zeros; the numbers F... are those of the table of facts that the conventions come from. */
class SpecialPointsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @Test
    void f246AndF247PowersOfNegativeNumbers() {
        assertThat(one("pow", 0, -2.0, 2.0)).isEqualTo(-4.0);
        assertThat(one("pow", 0, -1.0, 10.0)).isEqualTo(-10.0);
    }

    @Test
    void f248PowerInItsExponent() {
        assertThat(one("pow", 1, 2.0, 2.0)).isEqualTo(2.772588722239781);
    }

    @Test
    void f251ToF252PowAtOrdinaryPoints() {
        pow(2, 2, 4, 2.772588722239781);
        pow(1, 2, 2, 0);
    }

    @Test
    void f253PowSquareAtZero() {
        pow(0, 2, 0, 0);
        pow(-0.0, 2, 0, 0);
    }

    @Test
    void f254PowOneAtZero() {
        pow(0, 1, 1, 0);
        pow(-0.0, 1, 1, 0);
    }

    @Test
    void f256PowMinusOneAtZero() {
        pow(0, -1, -INFINITY, NAN);
        pow(-0.0, -1, -INFINITY, NAN);
    }

    @Test
    void f257PowMinusTwoAtZero() {
        pow(0, -2, -INFINITY, NAN);
        pow(-0.0, -2, INFINITY, NAN);
    }

    @Test
    void f258PowHalfAtZero() {
        pow(0, 0.5, INFINITY, 0);
    }

    @Test
    void f259PowFractionsAtZero() {
        pow(0, 3.5, 0, 0);
        pow(0, -1.5, -INFINITY, NAN);
    }

    @Test
    void powZeroHasNoDerivativeInItsBaseAnywhere() {
        for (double x : new double[] {-2, -0.0, 0, 3, INFINITY, 1e300}) {
            assertThat(one("pow", 0, x, 0.0)).isZero();
        }
        assertThat(RuleBook.math("pow", 0, double.class, double.class).strongZero()).isTrue();
        assertThat(RuleBook.math("pow", 1, double.class, double.class).strongZero()).isTrue();
    }

    @Test
    void powKeepsItsDigitsWhereTheResultDoesNot() {
        assertThat(one("pow", 0, 1e-200, 2.0)).isEqualTo(2e-200, within(1e-214));
        assertThat(one("pow", 0, 1e200, 2.0)).isEqualTo(2e200, within(1e186));
        assertThat(one("pow", 0, INFINITY, 0.5)).isZero();
        assertThat(one("pow", 0, INFINITY, 2.0)).isEqualTo(INFINITY);
    }

    @Test
    void f263SqrtAtBothZeros() {
        assertThat(one("sqrt", 0, 0.0)).isEqualTo(INFINITY);
        assertThat(one("sqrt", 0, -0.0)).isEqualTo(INFINITY);
        assertThat(one("sqrt", 0, -1.0)).isNaN();
    }

    @Test
    void f264AbsAtZero() {
        assertThat(one("abs", 0, 0.0)).isZero();
        assertThat(one("abs", 0, -0.0)).isZero();
        assertThat(one("abs", 0, -3.0)).isEqualTo(-1);
        assertThat(one("abs", 0, -INFINITY)).isEqualTo(-1);
        assertThat(one("abs", 0, NAN)).isNaN();
        assertThat(one("abs", 0, 0f)).isZero();
    }

    @Test
    void f266TiesOfMaxAndMin() {
        assertThat(both("max", 2.0, 2.0)).containsExactly(0, 1);
        assertThat(both("min", 2.0, 2.0)).containsExactly(1, 0);
        assertThat(both("max", 3.0, 2.0)).containsExactly(1, 0);
        assertThat(both("min", 3.0, 2.0)).containsExactly(0, 1);
        assertThat(both("max", 2f, 2f)).containsExactly(0, 1);
        assertThat(both("min", 2f, 2f)).containsExactly(1, 0);
    }

    @Test
    void maxAndMinOfNotANumber() {
        assertThat(both("max", NAN, 2.0)).containsExactly(0, 1);
        assertThat(both("max", 2.0, NAN)).containsExactly(0, 1);
        assertThat(both("min", NAN, 2.0)).containsExactly(1, 0);
        assertThat(both("min", 2.0, NAN)).containsExactly(1, 0);
    }

    @Test
    void f267ClampAtAndBeyondItsBounds() {
        assertThat(clamp(1)).containsExactly(1, 0, 0);
        assertThat(clamp(0)).containsExactly(1, 0, 0);
        assertThat(clamp(-1)).containsExactly(0, 1, 0);
        assertThat(clamp(2)).containsExactly(0, 0, 1);
    }

    @Test
    void f271Atan2() {
        assertThat(both("atan2", 1.0, 2.0)).containsExactly(0.4, -0.2);
        assertThat(both("atan2", 3.0, 4.0)).containsExactly(0.16, -0.12);
        assertThat(both("atan2", 0.0, 0.0)).containsExactly(NAN, NAN);
    }

    @Test
    void f272StepsHaveNoDerivative() throws ReflectiveOperationException {
        for (String step : new String[] {"floor", "ceil", "rint", "signum", "ulp", "round"}) {
            assertThat(RuleBook.isNonDifferentiable(Math.class.getMethod(step, double.class))).as(step).isTrue();
        }
        assertThat(RuleBook.isNonDifferentiable(Math.class.getMethod("round", float.class))).isTrue();
        assertThat(RuleBook.isNonDifferentiable(Math.class.getMethod("abs", int.class))).isTrue();
        assertThat(RuleBook.isNonDifferentiable(Math.class.getMethod("abs", double.class))).isFalse();
    }

    @Test
    void f274CopySign() {
        assertThat(one("copySign", 0, 2.0, -3.0)).isEqualTo(-1);
        assertThat(one("copySign", 0, -2.0, -3.0)).isEqualTo(1);
        assertThat(one("copySign", 0, 0.0, 3.0)).isEqualTo(1);
        assertThat(one("copySign", 0, -0.0, 3.0)).isEqualTo(-1);
        assertThat(one("copySign", 0, 2f, -3f)).isEqualTo(-1);
    }

    @Test
    void f278Fma() {
        Class<?> d = double.class;
        for (int wrt = 0; wrt < 3; wrt++) {
            double partial = RuleBook.math("fma", wrt, d, d, d).partial(2.0, 3.0, 5.0);
            assertThat(partial).isEqualTo(new double[] {3, 2, 1}[wrt]);
        }
    }

    @Test
    void f288Cbrt() {
        assertThat(one("cbrt", 0, 8.0)).isEqualTo(1.0 / 12);
        assertThat(one("cbrt", 0, 0.0)).isEqualTo(INFINITY);
    }

    @Test
    void f289HyperbolicTangentTangentAndLogarithm() {
        assertThat(one("tanh", 0, 1.0)).isEqualTo(0.4199743416, within(1e-10));
        assertThat(one("tan", 0, 1.0)).isEqualTo(3.4255188208, within(1e-10));
        assertThat(one("log1p", 0, 1.0)).isEqualTo(0.5);
        assertThat(one("expm1", 0, 1.0)).isEqualTo(2.7182818285, within(1e-10));
    }

    @Test
    void expm1KeepsItsDigitsFarBelowZero() {
        assertThat(one("expm1", 0, -40.0)).isEqualTo(Math.exp(-40));
    }

    @Test
    void hypotAtTheOrigin() {
        assertThat(both("hypot", 0.0, 0.0)).containsExactly(0, 0);
        assertThat(both("hypot", 3.0, 4.0)).containsExactly(0.6, 0.8);
        assertThat(both("hypot", 0x3p700, 0x4p700)).containsExactly(0.6, 0.8);
    }

    @Test
    void logarithmsAtZero() {
        assertThat(one("log", 0, 0.0)).isEqualTo(INFINITY);
        assertThat(one("log10", 0, 10.0)).isEqualTo(0.04342944819032518, within(1e-17));
        assertThat(one("log1p", 0, -1.0)).isEqualTo(INFINITY);
    }

    @Test
    void inverseSineNearItsEnds() {
        assertThat(one("asin", 0, 1.0)).isEqualTo(INFINITY);
        assertThat(one("acos", 0, -1.0)).isEqualTo(-INFINITY);
        assertThat(one("asin", 0, 1 - 0x1p-52)).isEqualTo(0x1p25 * Math.sqrt(2), within(1.0));
    }

    @Test
    void remainderIsSmoothAtMultiplesAndJumpsBetween() {
        assertThat(both("IEEEremainder", 4.0, 2.0)).containsExactly(1, -2);
        assertThat(both("IEEEremainder", 5.5, 2.0)).containsExactly(1, -3);
        assertThat(both("IEEEremainder", 5.0, 2.0)).containsExactly(NAN, NAN);
    }

    @Test
    void neighboursAndPowersOfTwo() {
        assertThat(one("nextUp", 0, 1.0)).isEqualTo(1);
        assertThat(one("nextDown", 0, 1f)).isEqualTo(1);
        assertThat(RuleBook.math("scalb", 0, double.class, int.class).partial(3.0, -4)).isEqualTo(0.0625);
        assertThat(RuleBook.math("nextAfter", 0, float.class, double.class).partial(3f, 4.0)).isEqualTo(1);
    }

    private static void pow(double x, double p, double expectedInX, double expectedInP) {
        for (Class<?> owner : new Class<?>[] {Math.class, StrictMath.class}) {
            same(RuleBook.rule(owner, "pow", 0, double.class, double.class).partial(x, p), expectedInX);
            same(RuleBook.rule(owner, "pow", 1, double.class, double.class).partial(x, p), expectedInP);
        }
    }

    /** Equal as numbers, zeros of either sign being one. */
    private static void same(double actual, double expected) {
        assertThat(actual + 0.0).isEqualTo(Double.valueOf(expected + 0.0));
    }

    private static double[] both(String name, double x, double y) {
        return new double[] {one(name, 0, x, y), one(name, 1, x, y)};
    }

    private static double[] both(String name, float x, float y) {
        return new double[] {one(name, 0, x, y), one(name, 1, x, y)};
    }

    private static double[] clamp(double x) {
        double[] partials = new double[3];
        for (int wrt = 0; wrt < 3; wrt++) {
            partials[wrt] = RuleBook.math("clamp", wrt, double.class, double.class, double.class).partial(x, 0.0, 1.0);
        }
        return partials;
    }

    private static double one(String name, int wrt, double x) {
        return RuleBook.math(name, wrt, double.class).partial(x);
    }

    private static double one(String name, int wrt, float x) {
        return RuleBook.math(name, wrt, float.class).partial(x);
    }

    private static double one(String name, int wrt, double x, double y) {
        return RuleBook.math(name, wrt, double.class, double.class).partial(x, y);
    }

    private static double one(String name, int wrt, float x, float y) {
        return RuleBook.math(name, wrt, float.class, float.class).partial(x, y);
    }
}
