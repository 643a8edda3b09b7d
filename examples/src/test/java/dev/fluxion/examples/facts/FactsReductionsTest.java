package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ArrayGradients2;
import dev.fluxion.DoubleFn2;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Sums, products, extremes, sorting, statistics, norms. */
final class FactsReductionsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static double fold(double[] x, double start, DoubleFn2 f) {
        double result = start;
        for (double v : x) {
            result = f.applyAsDouble(result, v);
        }
        return result;
    }

    private static double product(double[] x) {
        return fold(x, 1, (a, b) -> a * b);
    }

    private static double sum(double[] x) {
        return fold(x, 0, (a, b) -> a + b);
    }

    @Test
    void f212SumAndProductWithAFactor() {
        ArrayGradients2 sum =
                gradient((x, y) -> fold(y, 0, (a, b) -> a + b * x[0]), new double[] {1}, new double[] {1, 1});
        assertThat(sum.first()).containsExactly(2);
        assertThat(sum.second()).containsExactly(1, 1);
        ArrayGradients2 product =
                gradient((x, y) -> fold(y, 1, (a, b) -> a * (b * x[0])), new double[] {1}, new double[] {1, 1});
        assertThat(product.first()).containsExactly(2);
        assertThat(product.second()).containsExactly(1, 1);
    }

    @Test
    void f213Product() {
        assertThat(gradient((double[] x) -> product(x), new double[] {1, 2, 3})).containsExactly(6, 3, 2);
    }

    @Test
    void f214ProductWithAZero() {
        assertThat(gradient((double[] x) -> product(x), new double[] {1, 0, 3})).containsExactly(0, 3, 0);
    }

    /**
     * ChainRules divides the product, which is zero in floats, by each element; the derivatives are small, not zero.
     */
    @Test
    void f216ProductThatUnderflows() {
        float[] slope = gradient((float[] x) -> product(x), new float[] {1e-5f, 1e-10f, 1e-15f, 1e-20f});
        double[] wanted = {1e-45, 1e-40, 1e-35, 1e-30};
        for (int i = 0; i < wanted.length; i++) {
            assertThat(slope[i]).isCloseTo((float) wanted[i], within((float) (wanted[i] * 1e-4 + 2e-45)));
        }
    }

    private static float product(float[] x) {
        float product = 1;
        for (float v : x) {
            product *= v;
        }
        return product;
    }

    @Test
    void f217PrefixSums() {
        assertThat(gradient((double[] x) -> weightedPrefixSums(x), new double[] {4, 5, 6}))
                .containsExactly(111, 110, 100);
    }

    private static double weightedPrefixSums(double[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] += x[i - 1];
        }
        return x[0] + 10 * x[1] + 100 * x[2];
    }

    @Test
    void f218PrefixProducts() {
        assertThat(gradient((double[] x) -> prefixProducts(x), new double[] {1, 2, 3, 4}))
                .containsExactly(33, 16, 10, 6);
    }

    @Test
    void f219PrefixProductsWithAZero() {
        assertThat(gradient((double[] x) -> prefixProducts(x), new double[] {2, 0, 3, 4})).containsExactly(1, 32, 0, 0);
    }

    private static double prefixProducts(double[] x) {
        double[] products = x.clone();
        for (int i = 1; i < x.length; i++) {
            products[i] = products[i - 1] * products[i];
        }
        return sum(products);
    }

    @Test
    void f221FoldWithACapturedFactor() {
        ArrayGradients2 slopes = gradient((x, c) -> folded(x, c), new double[] {5, 7, 11}, new double[] {3});
        assertThat(slopes.first()).containsExactly(693, 495, 315);
        assertThat(slopes.second()).containsExactly(2310);
    }

    private static double folded(double[] x, double[] c) {
        double result = x[0];
        for (int i = 1; i < x.length; i++) {
            result = result * x[i] * c[0];
        }
        return result;
    }

    @Test
    void f222FoldFromAStart() {
        ArrayGradients2 slopes =
                gradient((x, c) -> fold(x, 3, (a, b) -> a * b * c[0]), new double[] {5, 7, 11}, new double[] {13});
        assertThat(slopes.first()).containsExactly(507507, 362505, 230685);
        assertThat(slopes.second()).containsExactly(585585);
    }

    @Test
    void f224FirstOfEqualExtremes() {
        double[] x = {1, 2, 1, 2, 1, 2};
        assertThat(gradient((double[] v) -> greatest(v), x)).containsExactly(0, 1, 0, 0, 0, 0);
        assertThat(gradient((double[] v) -> least(v), x)).containsExactly(1, 0, 0, 0, 0, 0);
    }

    private static double greatest(double[] x) {
        double greatest = x[0];
        for (double v : x) {
            greatest = v > greatest ? v : greatest;
        }
        return greatest;
    }

    private static double least(double[] x) {
        double least = x[0];
        for (double v : x) {
            least = v < least ? v : least;
        }
        return least;
    }

    @Test
    void f226GreatestOfEachColumn() {
        assertThat(gradient((double[] x) -> columns(x), new double[] {1, 2, 3, 4})).containsExactly(0, 0, 5, 6);
    }

    private static double columns(double[] x) {
        return 5 * greatest(new double[] {x[0], x[2]}) + 6 * greatest(new double[] {x[1], x[3]});
    }

    @Test
    void f227Sorted() {
        int[] places = {1, 2, 0};
        for (int i = 0; i < 3; i++) {
            int index = i;
            assertThat(gradient((double[] x) -> sorted(x, index), new double[] {3, 1, 2}))
                    .containsExactly(oneAt(places[i]));
        }
    }

    private static double sorted(double[] x, int index) {
        double[] copy = x.clone();
        Arrays.sort(copy);
        return copy[index];
    }

    private static double[] oneAt(int index) {
        double[] unit = new double[3];
        unit[index] = 1;
        return unit;
    }

    @Test
    void f228SortedByTheLastDigit() {
        assertPlaces(new double[] {11, 2, 99}, 0, 1, 2);
        assertPlaces(new double[] {2, 11, 99}, 1, 0, 2);
    }

    private static void assertPlaces(double[] x, int... places) {
        for (int i = 0; i < places.length; i++) {
            int index = i;
            assertThat(gradient((double[] v) -> sortedByDigit(v, index), x.clone())).containsExactly(oneAt(places[i]));
        }
    }

    /** Sorts by insertion, in place. */
    private static double sortedByDigit(double[] x, int index) {
        for (int i = 1; i < x.length; i++) {
            for (int j = i; j > 0 && x[j] % 10 < x[j - 1] % 10; j--) {
                double greater = x[j - 1];
                x[j - 1] = x[j];
                x[j] = greater;
            }
        }
        return x[index];
    }

    @Test
    void f229SortedBackwards() {
        int[] places = {0, 2, 1};
        for (int i = 0; i < 3; i++) {
            int index = 2 - i;
            assertThat(gradient((double[] x) -> sorted(x, index), new double[] {3, 1, 2}))
                    .containsExactly(oneAt(places[i]));
        }
    }

    @Test
    void f231LogarithmsOfTheEvenOnes() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] slope = gradient((double[] v) -> logarithms(v), x);
        for (int i = 0; i < x.length; i++) {
            assertThat(slope[i]).isCloseTo(x[i] % 2 == 0 ? 1 / x[i] : 0, CLOSE);
        }
    }

    private static double logarithms(double[] x) {
        double sum = 0;
        for (double v : x) {
            if ((int) v % 2 == 0) {
                sum += Math.log(v);
            }
        }
        return sum;
    }

    @Test
    void f232Mean() {
        assertThat(gradient((double[] x) -> mean(x), new double[] {1, 2, 3, 4, 5, 6}))
                .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0}, CLOSE);
    }

    private static double mean(double[] x) {
        return sum(x) / x.length;
    }

    private static double variance(double[] x, int degrees) {
        double mean = mean(x);
        return fold(x, 0, (a, b) -> a + (b - mean) * (b - mean)) / degrees;
    }

    @Test
    void f233Variance() {
        assertThat(gradient((double[] x) -> variance(x, 3), new double[] {1, 2, 3, 4}))
                .containsExactly(new double[] {-1, -1 / 3.0, 1 / 3.0, 1}, CLOSE);
    }

    @Test
    void f234VarianceUncorrected() {
        assertThat(gradient((double[] x) -> variance(x, 4), new double[] {1, 2, 3, 4}))
                .containsExactly(new double[] {-0.75, -0.25, 0.25, 0.75}, CLOSE);
    }

    @Test
    void f236DeviationOfAConstantHasNoSlope() {
        assertThat(gradient((double[] x) -> Math.sqrt(variance(x, 2)), new double[] {2, 2, 2}))
                .containsOnly(Double.NaN);
    }

    @Test
    void f237CountOfBooleans() {
        boolean[] flags = {true, false, true};
        assertThat(gradient(x -> count(flags) + 0 * (x > 0 ? 1 : 0), 1.0)).isZero();
    }

    private static double count(boolean[] flags) {
        double count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    @Test
    void f238Norm() {
        assertThat(gradient((double[] x) -> Math.hypot(x[0], x[1]), new double[] {3, 4}))
                .containsExactly(new double[] {0.6, 0.8}, CLOSE);
        assertThat(gradient((double[] x) -> Math.hypot(x[0], x[1]), new double[2])).containsExactly(0, 0);
    }

    @Test
    void f239NormOfDegreeThree() {
        assertThat(gradient((double[] x) -> cubicNorm(x), new double[] {1, 2, 3}))
                .containsExactly(new double[] {0.0917202014, 0.3668808054, 0.8254818122}, CLOSE);
    }

    private static double cubicNorm(double[] x) {
        return Math.cbrt(fold(x, 0, (a, b) -> a + Math.pow(Math.abs(b), 3)));
    }

    @Test
    void f241NormOfAMultiple() {
        assertThat(gradient(x -> Math.hypot(x, x), 1.23)).isCloseTo(1.4142135623730951, CLOSE);
    }

    @Test
    void f242ScalarProduct() {
        ArrayGradients2 slopes = gradient((x, y) -> dot(x, y), new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertThat(slopes.first()).containsExactly(4, 5, 6);
        assertThat(slopes.second()).containsExactly(1, 2, 3);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Test
    void f243NormalizedVectorRowByRow() {
        double[] x = {3, 4};
        assertThat(gradient((double[] v) -> v[0] / Math.hypot(v[0], v[1]), x))
                .containsExactly(new double[] {0.128, -0.096}, CLOSE);
        assertThat(gradient((double[] v) -> v[1] / Math.hypot(v[0], v[1]), x))
                .containsExactly(new double[] {-0.096, 0.072}, CLOSE);
    }

    @Test
    void f244LogarithmOfASumOfExponentials() {
        assertThat(gradient((double[] x) -> logSumExp(x), new double[] {1, 2, 3}))
                .containsExactly(new double[] {0.0900305732, 0.2447284711, 0.6652409558}, CLOSE);
    }

    private static double logSumExp(double[] x) {
        double greatest = greatest(x);
        return greatest + Math.log(fold(x, 0, (a, b) -> a + Math.exp(b - greatest)));
    }
}
