package dev.fluxion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives of functions that take numbers apart into bits, against what they mean. */
class BitsTest {

    private static final long SIGN = 1L << 63;
    private static final long MANTISSA = (1L << 52) - 1;

    @ParameterizedTest
    @ValueSource(doubles = {1.5, -1.5, 3e-310, -7e200})
    void withoutItsSign(double x) {
        DoubleFn f = v -> Double.longBitsToDouble(Double.doubleToRawLongBits(v) & ~SIGN);
        assertThat(Fluxion.gradient(f, x)).isEqualTo(Math.signum(x));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, -1.5})
    void withTheSignTurned(double x) {
        DoubleFn f = v -> Double.longBitsToDouble(Double.doubleToLongBits(v) ^ SIGN) * v;
        assertThat(Fluxion.gradient(f, x)).isEqualTo(-2 * x);
    }

    @Test
    void highPartIsAStepAndLowPartMoves() {
        DoubleFn high = v -> Double.longBitsToDouble(Double.doubleToRawLongBits(v) & 0xFFFFFFFFC0000000L);
        assertThat(Fluxion.gradient(high, 1.1)).isZero();
        DoubleFn both =
                v -> {
                    double h = Double.longBitsToDouble(Double.doubleToRawLongBits(v) & 0xFFFFFFFFC0000000L);
                    double low = v - h;
                    return h * h + 2 * h * low + low * low;
                };
        assertThat(Fluxion.gradient(both, 1.1)).isCloseTo(2.2, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1.5, 12.0, 1e-300})
    void mantissaScalesByAPowerOfTwo(double x) {
        DoubleFn f = v -> Double.longBitsToDouble(Double.doubleToRawLongBits(v) & MANTISSA | 0x3FF0000000000000L);
        assertThat(Fluxion.gradient(f, x)).isEqualTo(Math.scalb(1.0, -Math.getExponent(x)));
    }

    @Test
    void bitsReadAsANumber() {
        DoubleFn f = v -> (double) (Double.doubleToRawLongBits(v) & MANTISSA) / (1L << 52);
        assertThat(Fluxion.gradient(f, 5.0)).isEqualTo(0.25);
    }

    @Test
    void halvesJoinedAgain() {
        DoubleFn f =
                v -> {
                    long bits = Double.doubleToRawLongBits(v);
                    int high = (int) (bits >>> 32);
                    int low = (int) bits;
                    return Double.longBitsToDouble((long) high << 32 | low & 0xFFFFFFFFL) * 3;
                };
        assertThat(Fluxion.gradient(f, 2.7)).isEqualTo(3);
    }

    @Test
    void shiftedInALoop() {
        DoubleFn f =
                v -> {
                    long bits = Double.doubleToRawLongBits(v) & MANTISSA;
                    while ((bits & (1L << 52)) == 0) {
                        bits <<= 1;
                    }
                    return (double) bits;
                };
        double x = 3e-310;
        assertThat(Fluxion.gradient(f, x)).isCloseTo(f.applyAsDouble(x) / x, within(1e-8 * f.applyAsDouble(x) / x));
    }

    @Test
    void floatsToo() {
        DoubleFn f = v -> Float.intBitsToFloat(Float.floatToRawIntBits((float) v) & 0x7FFFFFFF) * 2;
        assertThat(Fluxion.gradient(f, -1.25)).isEqualTo(-2);
    }

    @Test
    void secondDerivative() {
        DoubleFn second =
                Fluxion.derivative(x ->
                        Fluxion.gradient(
                                v -> {
                                    double abs = Double.longBitsToDouble(Double.doubleToRawLongBits(v) & ~SIGN);
                                    return abs * abs * abs;
                                },
                                x));
        assertThat(second.applyAsDouble(-2.0)).isEqualTo(12);
    }

    @Test
    void shiftedByAVariableDistance() {
        DoubleFn f = v -> (double) ((Double.doubleToRawLongBits(v) & MANTISSA) >>> (v > 0 ? 2 : 3)) / (1L << 50);
        assertThat(Fluxion.gradient(f, 1.3)).isEqualTo(1);
    }

    @Test
    void hashesAndExponentsOnTheSideAreNoObstacle() {
        DoubleFn f = v -> Double.hashCode(v) == 17 ? v : v * v * Math.getExponent(v);
        assertThat(Fluxion.gradient(f, 5.0)).isEqualTo(20);
    }

    @Test
    void theNextNumberMovesWithTheNumber() {
        DoubleFn ulp = v -> v * Math.abs(v - Double.longBitsToDouble(Double.doubleToRawLongBits(v) ^ 1));
        assertThat(Fluxion.gradient(ulp, 1.5)).isEqualTo(Math.ulp(1.5));
    }

    @Test
    void otherArithmeticOnBitsIsRefused() {
        DoubleFn f = v -> Double.longBitsToDouble(Double.doubleToLongBits(v) * 3 / 2);
        assertThatThrownBy(() -> Fluxion.gradient(f, 1.0))
                .isInstanceOfSatisfying(
                        NotDifferentiableException.class,
                        error -> assertThat(error.diagnostics().getFirst().id()).isEqualTo(ErrorId.LOST_BITS));
    }
}
