package dev.fluxion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/** Bits of active numbers that are kept in memory or handed to other functions: their derivative must not get lost. */
class KeptBitsTest {

    private static final long[] LONGS = new long[2];
    private static final byte[] BYTES = new byte[8];

    private static long bits;
    private static int floatBits;
    private static int hash;
    private static DoubleSupplier held = () -> 0;

    private static void assertRefused(DoubleFn f) {
        assertThatThrownBy(() -> Fluxion.gradient(f, 1.5))
                .isInstanceOfSatisfying(
                        NotDifferentiableException.class,
                        error -> assertThat(error.diagnostics().getFirst().id()).isEqualTo(ErrorId.LOST_BITS));
    }

    @Test
    void inAStaticField() {
        assertRefused(x -> {
            bits = Double.doubleToRawLongBits(x);
            return Double.longBitsToDouble(bits) * x;
        });
    }

    @Test
    void ofAFloat() {
        assertRefused(x -> {
            floatBits = Float.floatToRawIntBits((float) x);
            return Float.intBitsToFloat(floatBits) * x;
        });
    }

    @Test
    void inAnArray() {
        assertRefused(x -> {
            for (int i = 0; i < 2; i++) {
                LONGS[i] = Double.doubleToLongBits(x + i);
            }
            double product = x;
            for (int i = 0; i < 2; i++) {
                product *= Double.longBitsToDouble(LONGS[i]);
            }
            return product;
        });
    }

    @Test
    void byteByByte() {
        assertRefused(x -> {
            long whole = Double.doubleToLongBits(x);
            for (int i = 0; i < 8; i++) {
                BYTES[i] = (byte) (whole >>> 8 * i);
            }
            long again = 0;
            for (int i = 0; i < 8; i++) {
                again |= (BYTES[i] & 0xFFL) << 8 * i;
            }
            return Double.longBitsToDouble(again) * x;
        });
    }

    @Test
    void inAnAtomic() {
        assertRefused(x -> Double.longBitsToDouble(new AtomicLong(Double.doubleToRawLongBits(x)).get()) * x);
    }

    @Test
    void inAList() {
        assertRefused(x -> {
            List<Long> list = new ArrayList<>();
            list.add(Double.doubleToRawLongBits(x));
            return Double.longBitsToDouble(list.get(0)) * x;
        });
    }

    @Test
    void inALambda() {
        assertRefused(x -> {
            long whole = Double.doubleToRawLongBits(x);
            held = () -> Double.longBitsToDouble(whole);
            return held.getAsDouble() * x;
        });
    }

    @Test
    void givenBackByAFunction() {
        assertRefused(x -> Double.longBitsToDouble(deep(x, 3)) * x);
    }

    private static long deep(double x, int depth) {
        return depth == 0 ? Double.doubleToLongBits(x) : deep(x, depth - 1);
    }

    @Test
    void givenToAFunction() {
        assertRefused(x -> deepNumber(Double.doubleToLongBits(x), 3) * x);
    }

    private static double deepNumber(long whole, int depth) {
        return depth == 0 ? Double.longBitsToDouble(whole) : deepNumber(whole, depth - 1);
    }

    @Test
    void givenToAFunctionThatOnlyLooksAtThem() {
        DoubleFn f =
                x -> {
                    bits = 1;
                    boolean even = isEven(Double.doubleToLongBits(x) >>> (x > 0 ? 3 : 4), 1);
                    return even ? Double.longBitsToDouble(bits) : x * x + Double.longBitsToDouble(bits);
                };
        assertThat(Fluxion.gradient(f, 1.5)).isEqualTo(3);
    }

    private static boolean isEven(long whole, int depth) {
        return whole == 0 || (whole & 1) == 0 == isEven(whole >>> depth, depth);
    }

    @Test
    void bitsThatNobodyMakesANumberOfAreNoObstacle() {
        DoubleFn f =
                x -> {
                    long whole = Double.doubleToLongBits(x);
                    hash = 31 * hash + (int) (whole ^ whole >>> 32);
                    return hash == 17 ? x : x * x;
                };
        assertThat(Fluxion.gradient(f, 1.5)).isEqualTo(3);
    }

    @Test
    void bitsOfAConstantAreNoObstacle() {
        DoubleFn f =
                x -> {
                    bits = Double.doubleToRawLongBits(2.5);
                    return Double.longBitsToDouble(bits) * x;
                };
        assertThat(Fluxion.gradient(f, 1.5)).isEqualTo(2.5);
    }
}
