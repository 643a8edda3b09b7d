package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleArrayGradient3;
import dev.fluxion.DoubleGradient;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;

/**
 * Both sides of each benchmark compute the same, which finite differences confirm; where ours is to allocate nothing,
 * it does not.
 */
class AgreementTest {

    private static final double RELATIVE = 1e-11;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void sinCos() {
        DoubleGradient ours = gradient(SinCos::value);
        double[] out = new double[1];
        double[] expected = new double[1];
        for (double x : new double[] {-2, 0, 0.5, 3}) {
            assertThat(ours.into(x, out)).isEqualTo(SinCos.adjoint(x, expected)).isEqualTo(SinCos.value(x));
            assertClose(out, expected);
            assertSlope(p -> SinCos.value(p[0]), new double[] {x}, expected, 1);
        }
        assertThat(ours.at(0.5)).isCloseTo(-0.30635890918999453, within(1e-15));
        assertAllocatesNothing(() -> ours.into(0.5, out));
    }

    @Test
    void carriedLoop() {
        DoubleGradient ours = gradient(CarriedLoop::value);
        double[] out = new double[1];
        double[] expected = new double[1];
        double[] states = new double[CarriedLoop.STEPS];
        double[] cosines = new double[CarriedLoop.STEPS];
        for (double x : new double[] {-2, 0.5, 3}) {
            assertThat(ours.into(x, out))
                    .isEqualTo(CarriedLoop.adjoint(x, expected, states, cosines))
                    .isEqualTo(CarriedLoop.value(x));
            assertClose(out, expected);
        }
        assertAllocatesNothing(() -> ours.into(0.5, out));
    }

    /** One side of a benchmark: the gradient goes to the second array. */
    private interface Side {
        double at(double[] x, double[] out);
    }

    private static void assertAgreement(DoubleArrayFn function, Side byHand, double[] x, boolean allocatesNothing) {
        DoubleArrayGradient ours = gradient(function);
        double[] out = new double[x.length];
        double[] expected = new double[x.length];
        for (int i = 0; i < 3; i++) {
            assertThat(ours.into(x, out)).isEqualTo(byHand.at(x, expected)).isEqualTo(function.applyAsDouble(x));
            assertClose(out, expected);
        }
        assertSlope(function, x, expected, Math.max(1, x.length / 20));
        if (allocatesNothing) {
            assertAllocatesNothing(() -> ours.into(x, out));
        }
    }

    @Test
    void axpy() {
        double[] y = new double[Axpy.LENGTH];
        double[] yBar = new double[Axpy.LENGTH];
        assertAgreement(Axpy::value, (x, out) -> Axpy.adjoint(x, out, y, yBar), Axpy.start(), true);
    }

    @Test
    void stencils() {
        int size = Stencil.WIDTH * Stencil.WIDTH;
        double[][] work = new double[4][size];
        assertAgreement(
                Stencil::value,
                (x, out) -> Stencil.adjoint(x, out, work[0], work[1], work[2], work[3]),
                Stencil.start(),
                false);
        assertAgreement(
                StencilInPlace::value,
                (x, out) -> StencilInPlace.adjoint(x, out, work[0]),
                StencilInPlace.start(),
                true);
    }

    @Test
    void luInPlace() {
        double[] a = new double[LuInPlace.N * LuInPlace.N];
        assertAgreement(LuInPlace::value, (x, out) -> LuInPlace.adjoint(x, out, a), LuInPlace.start(), true);
    }

    @Test
    void prefixProduct() {
        double[] p = new double[PrefixProduct.LENGTH];
        assertAgreement(
                PrefixProduct::value, (x, out) -> PrefixProduct.adjoint(x, out, p), PrefixProduct.start(), true);
    }

    @Test
    void arraysOfRows() {
        int n = LuInPlace.N;
        double[][] rows = new double[n][n];
        double[][] bars = new double[n][n];
        assertAgreement(LuOfRows::value, (x, out) -> LuOfRows.adjoint(x, out, rows, bars), LuInPlace.start(), false);
        assertAgreement(
                StencilOfRows::value,
                (x, out) -> StencilOfRows.adjoint(x, out, rows, bars),
                StencilInPlace.start(),
                false);
    }

    @Test
    void smallObjects() {
        double[] means = new double[Accumulator.LENGTH];
        assertAgreement(Vectors::value, Vectors::adjoint, Vectors.start(), true);
        assertAgreement(Accumulator::value, (x, out) -> Accumulator.adjoint(x, out, means), Accumulator.start(), true);
    }

    @Test
    void collections() {
        List<StreamOfList.Observation> observations = StreamOfList.observations();
        assertAgreement(
                x -> StreamOfList.value(x, observations),
                (x, out) -> StreamOfList.adjoint(x, observations, out),
                StreamOfList.start(),
                false);
        List<ListsAndMaps.Trade> trades = ListsAndMaps.trades();
        assertAgreement(
                x -> ListsAndMaps.value(x, trades),
                (x, out) -> ListsAndMaps.adjoint(x, trades, out),
                ListsAndMaps.start(),
                false);
    }

    @Test
    void logSumExp() {
        DoubleArrayGradient ours = gradient(LogSumExp::value);
        for (int n : new int[] {1, 2, 128, 10_000}) {
            double[] x = Logistic.normal(n, n, 1);
            double[] out = Logistic.normal(9, n, 1);
            double[] expected = new double[n];
            assertThat(ours.into(x, out)).isEqualTo(LogSumExp.adjoint(x, expected)).isEqualTo(LogSumExp.value(x));
            assertClose(out, expected);
            assertSlope(LogSumExp::value, x, expected, 1 + n / 10);
            assertAllocatesNothing(() -> ours.into(x, out));
        }
        assertThat(ours.at(new double[] {1, 2, 3}))
                .containsExactly(new double[] {.0900305732, .2447284711, .6652409558}, within(1e-10));
    }

    @Test
    void logistic() {
        double[] w = Logistic.normal(2, Logistic.CLASSES * Logistic.INPUTS, 0.05);
        double[] b = Logistic.normal(3, Logistic.CLASSES, 0.05);
        double[] x = new Random(4).doubles(Logistic.INPUTS).toArray();
        double[][] out = dirty(w, b, x);
        double[][] expected = dirty(w, b, x);
        DoubleArrayGradient3 ours = gradient(Logistic::value);
        double value = Logistic.adjoint(w, b, x, expected[0], expected[1], expected[2], new double[Logistic.CLASSES]);
        assertThat(ours.into(w, b, x, out[0], out[1], out[2]))
                .isEqualTo(Logistic.value(w, b, x))
                .isCloseTo(value, within(1e-13));
        for (int i = 0; i < 3; i++) {
            assertClose(out[i], expected[i]);
        }
        assertSlope(p -> Logistic.value(p, b, x), w, out[0], 997);
        assertSlope(p -> Logistic.value(w, p, x), b, out[1], 1);
        assertSlope(p -> Logistic.value(w, b, p), x, out[2], 97);
        assertAllocatesNothing(() -> ours.into(w, b, x, out[0], out[1], out[2]));
    }

    @Test
    void perceptron() {
        double[] image = new Random(4).doubles(Perceptron.INPUTS).toArray();
        double[] v = Logistic.normal(5, Perceptron.HIDDEN * Perceptron.INPUTS, 0.05);
        double[] w = Logistic.normal(6, Perceptron.CLASSES * Perceptron.HIDDEN, 0.2);
        double[] b = Logistic.normal(7, Perceptron.HIDDEN + Perceptron.CLASSES, 0.1);
        double[][] out = dirty(v, w, b);
        double[][] expected = dirty(v, w, b);
        DoubleArrayGradient3 ours = gradient((double[] f, double[] s, double[] t) -> Perceptron.value(f, s, t, image));
        double value =
                Perceptron.adjoint(
                        v,
                        w,
                        b,
                        image,
                        expected[0],
                        expected[1],
                        expected[2],
                        new double[Perceptron.HIDDEN],
                        new double[Perceptron.HIDDEN],
                        new double[Perceptron.CLASSES]);
        assertThat(ours.into(v, w, b, out[0], out[1], out[2]))
                .isEqualTo(Perceptron.value(v, w, b, image))
                .isCloseTo(value, within(1e-13));
        for (int i = 0; i < 3; i++) {
            assertClose(out[i], expected[i]);
        }
        assertSlope(p -> Perceptron.value(p, w, b, image), v, out[0], 997);
        assertSlope(p -> Perceptron.value(v, p, b, image), w, out[1], 17);
        assertSlope(p -> Perceptron.value(v, w, p, image), b, out[2], 1);
        assertAllocatesNothing(() -> ours.into(v, w, b, out[0], out[1], out[2]));
    }

    /** Arrays of the same lengths, with something in them. */
    private static double[][] dirty(double[]... arrays) {
        double[][] dirty = new double[arrays.length][];
        for (int i = 0; i < arrays.length; i++) {
            dirty[i] = Logistic.normal(i, arrays[i].length, 1);
        }
        return dirty;
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double greatest = 1e-300;
        for (double one : expected) {
            greatest = Math.max(greatest, Math.abs(one));
        }
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("partial %d", i).isCloseTo(expected[i], within(RELATIVE * greatest));
        }
    }

    /** Checks every {@code stride}-th partial against a central difference. */
    private static void assertSlope(DoubleArrayFn f, double[] x, double[] slopes, int stride) {
        double h = 1e-5;
        for (int i = 0; i < x.length; i += stride) {
            double[] moved = x.clone();
            moved[i] = x[i] + h;
            double up = f.applyAsDouble(moved);
            moved[i] = x[i] - h;
            double down = f.applyAsDouble(moved);
            assertThat(slopes[i]).as("partial %d", i).isCloseTo((up - down) / (2 * h), within(1e-7));
        }
    }

    private static void assertAllocatesNothing(Runnable call) {
        call.run();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10; i++) {
                call.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes allocated in 10 calls").isZero();
    }
}
