package dev.fluxion.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.derivative.Hessian;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Forward;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndTangent;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Hessians of many variables, computed by groups of columns where few elements are other than zero. */
class CompressedHessianTest {

    private static final Differentiator AD = Fluxion.builder().build();

    private static double[] point(int n) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> 1 + 0.3 * Math.cos(5 * i));
        return x;
    }

    private static double chain(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double slope = x[i + 1] - x[i] * x[i];
            sum += 100 * slope * slope + Math.exp(x[i]);
        }
        return sum;
    }

    private static double dense(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each * each;
        }
        return Math.sqrt(sum);
    }

    /** Who is coupled with whom depends on the point. */
    private static double jumping(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int other = x[i] > 1 ? (i + 1) % x.length : (i + 7) % x.length;
            sum += x[i] * x[other] * x[other];
        }
        return sum;
    }

    /** Column by column, each in a sweep of its own. */
    private static void assertAsByColumns(Hessian hessian, double[] x, double[][] matrix) {
        for (int column = 0; column < x.length; column++) {
            double[] unit = new double[x.length];
            unit[column] = 1;
            double[] product = hessian.times(x.clone(), unit);
            for (int row = 0; row < x.length; row++) {
                assertThat(matrix[row][column] == product[row])
                        .as("%d, %d: %s, %s", row, column, matrix[row][column], product[row])
                        .isTrue();
            }
        }
    }

    @Test
    void elementsAreThoseOfAComputationByColumns() {
        for (int n : new int[] {63, 64, 100, 500}) {
            double[] x = point(n);
            Hessian chain = AD.hessian((double[] w) -> chain(w));
            assertAsByColumns(chain, x, chain.at(x));
            Hessian jumping = AD.hessian((double[] w) -> jumping(w));
            double[][] out = new double[n][n];
            for (int again = 0; again < 3; again++) {
                for (double[] row : out) {
                    Arrays.fill(row, 7);
                }
                jumping.into(x, out);
                assertAsByColumns(jumping, x, out);
                x[n / 2] += 1;
                x[3] -= 2;
            }
        }
    }

    @Test
    void againstTheFormula() {
        double[] x = point(100);
        double[][] h = AD.hessian((double[] w) -> chain(w)).at(x);
        for (int i = 0; i < 100; i++) {
            double diagonal = i < 99 ? 1200 * x[i] * x[i] - 400 * x[i + 1] + Math.exp(x[i]) : 0;
            assertThat(h[i][i]).isCloseTo(diagonal + (i > 0 ? 200 : 0), within(1e-11));
            for (int j = 0; j < i; j++) {
                double beside = j == i - 1 ? -400 * x[j] : 0;
                assertThat(h[i][j]).isEqualTo(h[j][i]).isCloseTo(beside, within(1e-11));
            }
        }
    }

    @Test
    void denseAndConstantOnes() {
        double[] x = point(70);
        Hessian dense = AD.hessian((double[] w) -> dense(w));
        double norm = dense(x);
        double[][] h = dense.at(x);
        assertAsByColumns(dense, x, h);
        assertThat(h[3][5]).isCloseTo(-x[3] * x[5] / (norm * norm * norm), within(1e-16));
        Hessian linear = AD.hessian((double[] w) -> 3 * w[0] + w[69]);
        assertThat(linear.at(x)).isDeepEqualTo(new double[70][70]);
        Hessian square = AD.hessian((double[] w) -> 3 * w[5] * w[5] + w[69]);
        double[][] one = new double[70][70];
        one[5][5] = 6;
        assertThat(square.at(x)).isDeepEqualTo(one);
    }

    @Test
    void theFunctionRunsOnceForThePatternAndOnceForItsColumns() {
        AtomicInteger runs = new AtomicInteger();
        DoubleArrayFn counted =
                w -> {
                    runs.incrementAndGet();
                    return chain(w);
                };
        Hessian hessian = AD.hessian(counted);
        hessian.at(point(100));
        assertThat(runs).hasValue(2);
        runs.set(0);
        hessian.at(point(500));
        assertThat(runs).as("two windows of 416 variables").hasValue(3);
        runs.set(0);
        hessian.at(point(40));
        assertThat(runs).hasValue(5);
    }

    @Test
    void theArgumentIsWrittenToOnce() {
        double[] x = point(80);
        double first = x[0];
        Hessian hessian =
                AD.hessian((double[] w) -> {
                    w[0] *= 2;
                    return chain(w);
                });
        double[] once = x.clone();
        once[0] *= 2;
        double[][] h = hessian.at(x);
        assertThat(x[0]).isEqualTo(2 * first);
        assertThat(h[0][0]).isCloseTo(4 * AD.hessian((double[] w) -> chain(w)).at(once)[0][0], within(1e-9));
    }

    static double rounded(double x) {
        return new BigDecimal(x).doubleValue();
    }

    @Rules(of = CompressedHessianTest.class)
    static final class BothWays {
        private BothWays() {}

        @Forward(of = "rounded")
        static ValueAndTangent<Double> forwards(double x, double dx) {
            return ValueAndTangent.of(rounded(x), dx);
        }

        @Reverse(of = "rounded")
        static ValueAndPullback<Double, Double> backwards(double x) {
            return ValueAndPullback.of(rounded(x), bar -> bar);
        }
    }

    @Test
    void whatHasNoPatternIsComputedByColumns() {
        Differentiator ruled = Fluxion.builder().rules(BothWays.class).build();
        DoubleArrayFn f =
                w -> {
                    double sum = 0;
                    for (int i = 0; i + 1 < w.length; i++) {
                        sum += rounded(w[i]) * w[i] * w[i + 1];
                    }
                    return sum;
                };
        double[] x = point(70);
        assertThatThrownBy(() -> ruled.sparseHessian(f).at(x)).isInstanceOf(NotDifferentiableException.class);
        double[][] h = ruled.hessian(f).at(x);
        assertThat(h[4][4]).isCloseTo(2 * x[5], within(1e-14));
        assertThat(h[4][5]).isCloseTo(2 * x[4], within(1e-14));
        assertThat(h[4][6]).isZero();
    }

    @Test
    void severalThreads() throws InterruptedException {
        Hessian hessian = AD.hessian((double[] w) -> jumping(w));
        AtomicInteger wrong = new AtomicInteger();
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            double[] x = point(80 + t % 2);
            x[t] += 1;
            double[][] expected = hessian.at(x);
            threads[t] =
                    new Thread(() -> {
                        double[][] out = new double[x.length][x.length];
                        for (int i = 0; i < 300; i++) {
                            hessian.into(x, out);
                            if (!Arrays.deepEquals(out, expected)) {
                                wrong.incrementAndGet();
                            }
                        }
                    });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).hasValue(0);
    }
}
