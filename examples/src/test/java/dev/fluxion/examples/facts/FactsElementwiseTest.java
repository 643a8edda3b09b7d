package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ArrayGradients2;
import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleFn2;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.Random;

/** One function for each element of an array. */
final class FactsElementwiseTest {

    private static final Offset<Double> CLOSE = within(1e-9);
    private static final double[] SOME = {0.3, -1.2, 2.5, -0.1, 0.7};

    /** Sums up a function of the elements. */
    private static double sum(double[] x, DoubleFn f) {
        double sum = 0;
        for (double v : x) {
            sum += f.applyAsDouble(v);
        }
        return sum;
    }

    /** Sums up a function of elements side by side; the last one of a shorter array stands for the rest. */
    private static double sum(double[] x, double[] y, DoubleFn2 f) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += f.applyAsDouble(x[i], y[Math.min(i, y.length - 1)]);
        }
        return sum;
    }

    @Test
    void f172FloatsMinusNumbers() {
        float[] constants = {1, 0};
        assertThat(gradient((float[] p) -> constants[0] - p[0] + (constants[1] - p[1]), new float[] {2, 3}))
                .containsExactly(-1, -1);
    }

    @Test
    void f173FloatThatIsUsedThreeTimes() {
        assertThat(gradient((float[] x) -> 1 + x[0] + (x[0] + x[0]), new float[] {4})).containsExactly(3);
    }

    @Test
    void f181RowOfFloats() {
        assertThat(gradient((float[] x) -> row(x), new float[] {3, 4})).containsExactly(2, 1);
    }

    private static float row(float[] x) {
        float[] row = {x[0], x[1], x[0]};
        return row[0] + row[1] + row[2];
    }

    @Test
    void f182OuterProductWithARow() {
        assertThat(gradient(x -> outer(x), 3.0)).isEqualTo(9);
    }

    private static double outer(double x) {
        double[] row = {x, 2 * x};
        double sum = 0;
        for (int i = 1; i <= 2; i++) {
            for (double v : row) {
                sum += i * v;
            }
        }
        return sum;
    }

    @Test
    void f183ValuesThatAreReusedManyTimes() {
        assertThat(gradient((double[] x) -> reused(x), new double[] {1, 1, 1})).containsExactly(131072, 131072, 131072);
    }

    private static double reused(double[] x) {
        double total = 0;
        for (double v : x) {
            double all = v;
            double last = v;
            for (int i = 2; i <= 10; i++) {
                last = all;
                all += last;
            }
            total += last * last;
        }
        return total;
    }

    @Test
    void f184ProductWithANumber() {
        ArrayGradients2 slopes = gradient((x, y) -> sum(x, y, (a, b) -> a * b), new double[] {1, 2}, new double[] {5});
        assertThat(slopes.first()).containsExactly(5, 5);
        assertThat(slopes.second()).containsExactly(3);
    }

    @Test
    void f186QuotientByANumber() {
        ArrayGradients2 slopes = gradient((x, y) -> sum(x, y, (a, b) -> a / b), new double[] {1, 2}, new double[] {5});
        assertThat(slopes.first()).containsExactly(new double[] {0.2, 0.2}, CLOSE);
        assertThat(slopes.second()).containsExactly(new double[] {-0.12}, CLOSE);
    }

    @Test
    void f187NumbersThatAreAddedToAMatrix() {
        assertThat(gradient((double[] x) -> addedToOnes(x), new double[] {1, 2})).containsExactly(2, 2);
        assertThat(gradient((double[] x) -> addedToOnes(x), new double[] {1})).containsExactly(4);
    }

    private static double addedToOnes(double[] x) {
        double sum = 0;
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                sum += x[x.length == 1 ? 0 : row] + 1;
            }
        }
        return sum;
    }

    @Test
    void f188ProductOfPowers() {
        ArrayGradients2 slopes = gradient((x, p) -> powers(x, p), new double[] {3, 4}, new double[] {1, 2});
        assertThat(slopes.first()).containsExactly(new double[] {16, 24}, CLOSE);
        assertThat(slopes.second()).containsExactly(new double[] {52.733389856, 66.542129333}, within(1e-8));
    }

    private static double powers(double[] x, double[] p) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            product *= Math.pow(x[i], p[i]);
        }
        return product;
    }

    @Test
    void f189CapturedElement() {
        ArrayGradients2 slopes = gradient((x, y) -> captured(x, y), new double[] {1, 2, 3}, new double[] {4, 5});
        assertThat(slopes.first()).containsExactly(2, 4, 6);
        assertThat(slopes.second()).containsExactly(3, 0);
    }

    private static double captured(double[] x, double[] y) {
        double first = y[0];
        return sum(x, z -> z * z + first);
    }

    @Test
    void f191PlusTheFirst() {
        assertThat(gradient((double[] x) -> sum(x, z -> z + x[0]), new double[] {1, 2, 3})).containsExactly(4, 1, 1);
    }

    @Test
    void f192MinusAComparison() {
        assertThat(gradient((double[] x) -> sum(x, z -> z - (z > 0 ? 1 : 0)), SOME)).containsOnly(1).hasSize(5);
    }

    @Test
    void f193OnlyAComparison() {
        assertThat(gradient((double[] x) -> sum(x, z -> 1 - (z > 0 ? 1 : 0)), SOME)).containsOnly(0).hasSize(5);
    }

    @Test
    void f194PowersOfAConstantArray() {
        double[] exponents = {1, -1, 2};
        assertThat(gradient((double[] x) -> sum(x, exponents, (a, p) -> Math.pow(a, p)), new double[] {1, 2, 4}))
                .containsExactly(1, -0.25, 8);
    }

    @Test
    void f196TenthPowers() {
        assertThat(gradient((double[] x) -> sum(x, z -> Math.pow(z, 10)), new double[] {3, -1}))
                .containsExactly(196830, -10);
    }

    @Test
    void f197HalfOfEach() {
        assertThat(gradient((double[] x) -> sum(x, z -> z / 2), new double[] {1, 2, 3})).containsExactly(0.5, 0.5, 0.5);
    }

    @Test
    void f198PlusARandomNumber() {
        Random random = new Random(1);
        assertThat(gradient((double[] x) -> plusRandom(x, random), new double[3])).containsExactly(1, 1, 1);
    }

    private static double plusRandom(double[] x, Random random) {
        double sum = 0;
        for (double v : x) {
            sum += v + random.nextDouble();
        }
        return sum;
    }

    @Test
    void f199OnlyTheGreatest() {
        double[] x = {1, 5, 2, 4, 9, 3, 7, 8, 6};
        assertThat(gradient((double[] v) -> greatest(v), x)).containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0);
    }

    private static double greatest(double[] x) {
        double greatest = x[0];
        for (double v : x) {
            greatest = v > greatest ? v : greatest;
        }
        double sum = 0;
        for (double v : x) {
            sum += v * (v == greatest ? 1 : 0);
        }
        return sum;
    }

    @Test
    void f201ThirdPowerByMultiplication() {
        assertThat(gradient(x -> x * x * x, 2.0)).isEqualTo(12);
    }

    @Test
    void f202AbsoluteValuesOfFloats() {
        assertThat(gradient((float[] x) -> absolute(x), new float[] {0})).containsExactly(0);
        assertThat(gradient((float[] x) -> absolute(x), new float[] {3, -2})).containsExactly(1, -1);
    }

    private static float absolute(float[] x) {
        float sum = 0;
        for (float v : x) {
            sum += Math.abs(Math.abs(v));
        }
        return sum;
    }
}
