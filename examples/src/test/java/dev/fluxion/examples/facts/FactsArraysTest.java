package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ArrayGradients2;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Loops over arrays, and parts of them. Matrices are stored by rows where nothing else is said. */
final class FactsArraysTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void f138SumOfSquares() {
        var vg = withGradient((double[] x) -> sumOfSquares(x), new double[] {1, 2, 3});
        assertThat(vg.value()).isEqualTo(14);
        assertThat(vg.gradient()).containsExactly(2, 4, 6);
    }

    private static double sumOfSquares(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return sum;
    }

    private static double sum(double... x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum;
    }

    @Test
    void f139ProductInALoop() {
        assertThat(gradient((double[] x) -> product(x), new double[] {1, 2, 3})).containsExactly(6, 3, 2);
    }

    private static double product(double... x) {
        double product = 1;
        for (double v : x) {
            product *= v;
        }
        return product;
    }

    @Test
    void f141SumOfALiteral() {
        assertThat(gradient(x -> sum(1, x, 3, 4), 2.0)).isEqualTo(1);
    }

    @Test
    void f142PowersByIndex() {
        double[] x = {1, 2, 3, 4, 5};
        assertThat(gradient((double[] v) -> powers(v), x)).containsExactly(new double[] {1, 4, 27, 256, 3125}, CLOSE);
    }

    @Test
    void f143ElementToThePowerOfItsIndex() {
        double[] x = {1, 10, 100};
        assertThat(gradient((double[] v) -> powers(v), x)).containsExactly(new double[] {1, 20, 30000}, CLOSE);
    }

    @Test
    void f153PowersInALoop() {
        assertThat(gradient((double[] v) -> powers(v), new double[] {2, 3, 4}))
                .containsExactly(new double[] {1, 6, 48}, CLOSE);
    }

    private static double powers(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.pow(x[i], i + 1);
        }
        return sum;
    }

    @Test
    void f144QuotientsAsFarAsTheShorterGoes() {
        double[] x = {10, 11, 12, 13, 14};
        double[] y = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] slope = gradient((a, b) -> quotients(a, b), x, y).second();
        for (int i = 0; i < y.length; i++) {
            assertThat(slope[i]).isCloseTo(i < 5 ? -x[i] / (y[i] * y[i]) : 0, CLOSE);
        }
    }

    private static double quotients(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            sum += x[i] / y[i];
        }
        return sum;
    }

    @Test
    void f146SquarePlusOverAProduct() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        ArrayGradients2 slopes = gradient((a, b) -> squarePlus(a, b, 1), x, new double[] {3, 4, 5, 6, 7});
        assertThat(slopes.first()).containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
        assertThat(slopes.second()).containsOnly(10).hasSize(5);
    }

    @Test
    void f154SquarePlusTenTimes() {
        ArrayGradients2 slopes =
                gradient((a, b) -> squarePlus(a, b, 10), new double[] {3, 4, 5}, new double[] {6, 7, 8});
        assertThat(slopes.first()).containsExactly(18, 24, 30);
        assertThat(slopes.second()).containsExactly(30, 30, 30);
    }

    private static double squarePlus(double[] x, double[] y, double weight) {
        double sum = 0;
        for (double a : x) {
            for (double b : y) {
                sum += a * a + weight * b;
            }
        }
        return sum;
    }

    @Test
    void f147PartOfARow() {
        assertThat(gradient((double[] a) -> a[0] + a[1], new double[6])).containsExactly(1, 1, 0, 0, 0, 0);
    }

    @Test
    void f148SumsOverAProduct() {
        double[] ones = new double[15];
        Arrays.fill(ones, 1);
        ArrayGradients2 slopes = gradient((a, b) -> sums(a, b), ones, new double[] {1, 2, 3, 4, 5, 6, 7});
        assertThat(slopes.first()).containsOnly(7).hasSize(15);
        assertThat(slopes.second()).containsOnly(15).hasSize(7);
    }

    private static double sums(double[] x, double[] y) {
        double sum = 0;
        for (double a : x) {
            for (double b : y) {
                sum += a + b;
            }
        }
        return sum;
    }

    @Test
    void f149PowersOverAProductWithItself() {
        // by columns
        assertThat(gradient((double[] x) -> powersPlus(x), new double[] {2, 4, 3, 5}))
                .containsExactly(new double[] {8, 36, 112, 2004}, CLOSE);
    }

    private static double powersPlus(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (double y : x) {
                sum += Math.pow(x[i], i + 1) + y;
            }
        }
        return sum;
    }

    @Test
    void f151ProductsOfVectorAndMatrix() {
        // by columns
        ArrayGradients2 slopes =
                gradient((a, b) -> products(a, b), new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4});
        assertThat(slopes.first()).containsExactly(1, 3, 2, 4);
        assertThat(slopes.second()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void f152ProductsAsFarAsTheShorterGoes() {
        ArrayGradients2 slopes = gradient((a, b) -> products(a, b), new double[] {1, 2, 3}, new double[] {1, 3, 2, 4});
        assertThat(slopes.first()).containsExactly(1, 3, 2);
        assertThat(slopes.second()).containsExactly(1, 2, 3, 0);
    }

    private static double products(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Test
    void f156ProductsOverTheFourfoldProduct() {
        assertThat(gradient((double[] x) -> fourfold(x), new double[] {1, 2, 3, 4}))
                .containsExactly(320, 320, 320, 320);
    }

    private static double fourfold(double[] x) {
        double sum = 0;
        for (double a : x) {
            for (double b : x) {
                for (int i = 0; i < x.length * x.length; i++) {
                    sum += a * b;
                }
            }
        }
        return sum;
    }

    @Test
    void f157ProductsOfAnArrayWithItself() {
        assertThat(gradient((double[] x) -> products(x, x), new double[] {1, 2, 3, 4})).containsExactly(2, 4, 6, 8);
    }

    @Test
    void f158TwiceTheFirstFour() {
        assertThat(gradient((double[] x) -> 2 * sum(Arrays.copyOf(x, 4)), new double[] {1, 2, 3, 4}))
                .containsExactly(2, 2, 2, 2);
    }

    @Test
    void f159FirstTwoOfAnArrayMadeHere() {
        assertThat(gradient(p -> firstTwo(p), 2.0)).isEqualTo(12);
    }

    private static double firstTwo(double p) {
        double[] scaled = {p, 2 * p, 3 * p};
        return sum(Arrays.copyOf(scaled, 2)) * p;
    }

    @Test
    void f161InversesOfSquares() {
        assertThat(gradient((double[] x) -> inverses(squared(x)), new double[] {1, 1})).containsExactly(-2, -2);
    }

    @Test
    void f162Inverses() {
        assertThat(gradient((double[] x) -> inverses(x), new double[] {1, 2})).containsExactly(-1, -0.25);
    }

    private static double[] squared(double[] x) {
        double[] squares = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            squares[i] = x[i] * x[i];
        }
        return squares;
    }

    private static double inverses(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += 1 / v;
        }
        return sum;
    }

    @Test
    void f163OneOfManyResults() {
        ArrayGradients2 slopes = gradient((a, b) -> second(a, b), new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertThat(slopes.first()).containsExactly(0, 4, 0);
        assertThat(slopes.second()).containsExactly(0, 10, 0);
    }

    private static double second(double[] a, double[] b) {
        double[] left = squared(a);
        double[] right = squared(b);
        return left[1] + right[1];
    }

    @Test
    void f164ProductsWithAShorterConstant() {
        assertThat(gradient((double[] x) -> products(x, new double[] {1, 2, 3}), new double[5]))
                .containsExactly(1, 2, 3, 0, 0);
    }

    @Test
    void f166ProductsWithAShorterMatrix() {
        // by columns
        ArrayGradients2 slopes =
                gradient((a, b) -> products(a, b), new double[] {1, 2, 3, 4, 5}, new double[] {1, 3, 2, 4});
        assertThat(slopes.first()).containsExactly(1, 3, 2, 4, 0);
    }

    @Test
    void f167FirstOfTheSums() {
        assertThat(gradient((a, b) -> added(a, b)[0], new double[] {4, 5, 6}, new double[] {1, 2, 3}).first())
                .containsExactly(1, 0, 0);
    }

    private static double[] added(double[] x, double[] y) {
        double[] sums = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sums[i] = x[i] + y[i];
        }
        return sums;
    }

    @Test
    void f168AffineMapAndHalfTheSquaredDistance() {
        double[] slope = gradient((double[] w) -> loss(w, new double[] {1, 2, 3}), new double[9]);
        assertThat(slope).containsExactly(1, 2, 3, 2, 4, 6, 3, 6, 9);
    }

    private static double loss(double[] w, double[] x) {
        double loss = 0;
        for (int row = 0; row < 3; row++) {
            double predicted = 0;
            for (int column = 0; column < 3; column++) {
                predicted += w[3 * row + column] * x[column];
            }
            double distance = -x[row] - predicted;
            loss += distance * distance / 2;
        }
        return loss;
    }

    @Test
    void f169RepeatedIndicesAddUp() {
        int[] indices = {0, 1, 2, 2};
        assertThat(gradient((double[] x) -> gathered(x, indices), new double[3])).containsExactly(1, 1, 2);
    }

    private static double gathered(double[] x, int[] indices) {
        double sum = 0;
        for (int index : indices) {
            sum += x[index];
        }
        return sum;
    }

    @Test
    void f171InversesOfTheFirstRow() {
        assertThat(gradient((double[] x) -> inverses(Arrays.copyOfRange(x, 0, 2)), new double[] {1, 1, 1, 1}))
                .containsExactly(-1, -1, 0, 0);
    }

    @Test
    void f174AnElementThatIsReadAndNotUsed() {
        assertThat(gradient((double[] x) -> unused(x), new double[] {1, 2})).containsExactly(0, 0);
    }

    private static double unused(double[] x) {
        double first = x[0];
        return first > 100 ? 1 : 2;
    }
}
