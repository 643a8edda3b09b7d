package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;

import dev.fluxion.Gradients2;
import dev.fluxion.Gradients3;
import dev.fluxion.Gradients4;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Scalar functions, also at the points where they have no derivative in the textbook's sense. */
final class FactsScalarTest {

    /** Published with ten digits. */
    private static final Offset<Double> TEN_DIGITS = within(5e-10);

    private static final Offset<Double> ALL_DIGITS = within(1e-14);

    @Test
    void f246Square() {
        assertThat(gradient(x -> x * x, -2.0)).isEqualTo(-4.0);
        assertThat(gradient(x -> Math.pow(x, 2), -2.0)).isEqualTo(-4.0);
    }

    @Test
    void f247TenthPowerLiteralAndAtRunTime() {
        int ten = 10;
        assertThat(gradient(x -> Math.pow(x, 10), -1.0)).isEqualTo(-10.0);
        assertThat(gradient(x -> Math.pow(x, ten), -1.0)).isEqualTo(-10.0);
    }

    @Test
    void f248PowerInItsExponent() {
        assertThat(gradient(p -> Math.pow(2, p), 2.0)).isCloseTo(2.772588722239781, ALL_DIGITS);
    }

    @Test
    void f249ComplexQuadraticAsAPairOfReals() {
        assertThat(gradient((a, b) -> (a * a - b * b) - 3 * (2 * a * b), 5.0, 7.0)).isEqualTo(new Gradients2(-32, -44));
    }

    @Test
    void f251PowerAtTwoTwo() {
        Gradients2 g = powerAt(2, 2);
        assertThat(g.first()).isEqualTo(4.0);
        assertThat(g.second()).isCloseTo(2.772588722239781, ALL_DIGITS);
    }

    @Test
    void f252PowerOfOne() {
        assertPower(1, 2, 2, 0);
    }

    @Test
    void f253SquareOfZero() {
        assertPower(0.0, 2, 0, 0);
        assertPower(-0.0, 2, 0, 0);
    }

    @Test
    void f254FirstPowerOfZero() {
        assertPower(0.0, 1, 1, 0);
        assertPower(-0.0, 1, 1, 0);
    }

    @Test
    void f256InverseOfZero() {
        assertPower(0.0, -1, NEGATIVE_INFINITY, NaN);
        assertPower(-0.0, -1, NEGATIVE_INFINITY, NaN);
    }

    @Test
    void f257InverseSquareOfZero() {
        assertPower(0.0, -2, NEGATIVE_INFINITY, NaN);
        assertPower(-0.0, -2, POSITIVE_INFINITY, NaN);
    }

    @Test
    void f258RootOfZero() {
        assertPower(0.0, 0.5, POSITIVE_INFINITY, 0);
    }

    @Test
    void f259BrokenPowersOfZero() {
        assertPower(0.0, 3.5, 0, 0);
        assertPower(0.0, -1.5, NEGATIVE_INFINITY, NaN);
    }

    private static Gradients2 powerAt(double x, double p) {
        return gradient((a, b) -> Math.pow(a, b), x, p);
    }

    /** Zeros of either sign are equal here, and so is what is not a number. */
    private static void assertPower(double x, double p, double first, double second) {
        Gradients2 g = powerAt(x, p);
        assertThat(g.first() + 0.0).as("in the base").isEqualTo(Double.valueOf(first));
        assertThat(g.second() + 0.0).as("in the exponent").isEqualTo(Double.valueOf(second));
    }

    @Test
    void f261RootOfASquare() {
        assertThat(gradient(x -> Math.sqrt(Math.pow(x, 2)), 0.0)).isZero();
        assertThat(gradient(x -> Math.sqrt(Math.pow(x, 2)), 2.0)).isEqualTo(1.0);
        assertThat(gradient(x -> Math.sqrt(Math.pow(x, 2)), -2.0)).isEqualTo(-1.0);
    }

    @Test
    void f262PowersAtZero() {
        assertThat(gradient(x -> Math.pow(x, 2), 0.0)).isZero();
        assertThat(gradient(x -> Math.pow(x, 3), 0.0)).isZero();
    }

    @Test
    void f263RootAtZero() {
        assertThat(gradient(x -> Math.sqrt(x), 0.0)).isEqualTo(POSITIVE_INFINITY);
    }

    @Test
    void f264AbsoluteValueAtZero() {
        assertThat(gradient(x -> Math.abs(x), 0.0)).isZero();
    }

    @Test
    void f266TiesOfMaximumAndMinimum() {
        assertThat(gradient((x, y) -> Math.max(x, y), 2.0, 2.0)).isEqualTo(new Gradients2(0, 1));
        assertThat(gradient((x, y) -> Math.min(x, y), 2.0, 2.0)).isEqualTo(new Gradients2(1, 0));
    }

    @Test
    void f267ClampAtAndBelowItsBound() {
        assertThat(gradient((x, low, high) -> Math.clamp(x, low, high), 1.0, 0.0, 1.0))
                .isEqualTo(new Gradients3(1, 0, 0));
        assertThat(gradient((x, low, high) -> Math.clamp(x, low, high), -1.0, 0.0, 1.0))
                .isEqualTo(new Gradients3(0, 1, 0));
    }

    @Test
    void f268FloorModulus() {
        assertThat(gradient((x, y) -> x - y * Math.floor(x / y), 5.5, 2.0)).isEqualTo(new Gradients2(1, -2));
    }

    @Test
    void f269Remainder() {
        assertThat(gradient((x, y) -> x % y, -5.5, 2.0)).isEqualTo(new Gradients2(1, 2));
    }

    @Test
    void f271ArcTangentOfTwoArguments() {
        Gradients2 g = gradient((y, x) -> Math.atan2(y, x), 1.0, 2.0);
        assertThat(g.first()).isCloseTo(0.4, ALL_DIGITS);
        assertThat(g.second()).isCloseTo(-0.2, ALL_DIGITS);
        Gradients2 h = gradient((y, x) -> Math.atan2(y, x), 3.0, 4.0);
        assertThat(h.first()).isCloseTo(0.16, ALL_DIGITS);
        assertThat(h.second()).isCloseTo(-0.12, ALL_DIGITS);
    }

    @Test
    void f272RoundingHasZeroGradient() {
        assertThat(gradient(x -> Math.floor(x), 1.0)).isZero();
        assertThat(gradient(x -> Math.ceil(x), 1.0)).isZero();
        assertThat(gradient(x -> Math.rint(x), 1.0)).isZero();
        assertThat(gradient(x -> Math.round(x), 1.0)).isZero();
    }

    private static long wholeQuotient(long x, long y) {
        return x / y;
    }

    @Test
    void f273HashAndWholeDivisionHaveZeroGradient() {
        assertThat(gradient(x -> Double.hashCode(x), 1.0)).isZero();
        assertThat(gradient((x, y) -> wholeQuotient((long) x, (long) y), 1.0, 2.0)).isEqualTo(new Gradients2(0, 0));
    }

    @Test
    void f274SignOfAnother() {
        assertThat(gradient((x, y) -> Math.copySign(x, y), 2.0, -3.0)).isEqualTo(new Gradients2(-1, 0));
        assertThat(gradient((x, y) -> y < 0 ? -x : x, 2.0, -3.0)).isEqualTo(new Gradients2(-1, 0));
    }

    @Test
    void f276SumOfFour() {
        assertThat(gradient((a, b, c, d) -> a + b + c + d, 2.0, 3, 4.0, 5.0)).isEqualTo(new Gradients4(1, 1, 1, 1));
    }

    @Test
    void f277Inverse() {
        assertThat(gradient(x -> 1 / x, 2.0)).isEqualTo(-0.25);
    }

    @Test
    void f278FusedMultiplyAdd() {
        assertThat(gradient((x, y, z) -> Math.fma(x, y, z), 2.0, 3.0, 5.0)).isEqualTo(new Gradients3(3, 2, 1));
        assertThat(gradient((x, y, z) -> x * y + z, 2.0, 3.0, 5.0)).isEqualTo(new Gradients3(3, 2, 1));
    }

    @Test
    void f288InverseFunctions() {
        assertThat(gradient(x -> Math.cbrt(x), 8.0)).isCloseTo(1 / 12.0, ALL_DIGITS);
        assertThat(gradient(x -> Math.log(x + Math.sqrt(x * x - 1)), 2.0)).isCloseTo(0.5773502692, TEN_DIGITS);
        assertThat(gradient(x -> Math.log(x + Math.sqrt(x * x + 1)), 1.0)).isCloseTo(0.7071067812, TEN_DIGITS);
        assertThat(gradient(x -> Math.log((1 + x) / (1 - x)) / 2, 0.5)).isCloseTo(1.3333333333, TEN_DIGITS);
    }

    @Test
    void f289TranscendentalFunctionsAtOne() {
        assertThat(gradient(x -> Math.tanh(x), 1.0)).isCloseTo(0.4199743416, TEN_DIGITS);
        assertThat(gradient(x -> Math.tan(x), 1.0)).isCloseTo(3.4255188208, TEN_DIGITS);
        assertThat(gradient(x -> Math.log1p(x), 1.0)).isEqualTo(0.5);
        assertThat(gradient(x -> Math.expm1(x), 1.0)).isCloseTo(2.7182818285, TEN_DIGITS);
    }

    @Test
    void f292CastToIntHasZeroGradient() {
        assertThat(gradient(x -> (int) x, 2.0)).isZero();
        assertThat(gradient(x -> (long) x, 2.0)).isZero();
        assertThat(gradient(x -> (float) x, 2.0)).isEqualTo(1.0);
    }
}
