package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.examples.facts.SmallMatrices.cholesky;
import static dev.fluxion.examples.facts.SmallMatrices.determinant;
import static dev.fluxion.examples.facts.SmallMatrices.dot;
import static dev.fluxion.examples.facts.SmallMatrices.eigenvalues;
import static dev.fluxion.examples.facts.SmallMatrices.exponential;
import static dev.fluxion.examples.facts.SmallMatrices.identity;
import static dev.fluxion.examples.facts.SmallMatrices.inverse;
import static dev.fluxion.examples.facts.SmallMatrices.sum;
import static dev.fluxion.examples.facts.SmallMatrices.times;
import static dev.fluxion.examples.facts.SmallMatrices.transpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.examples.facts.SmallMatrices.Elimination;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Linear algebra, each function as its own loops. */
final class FactsLinearAlgebraTest {

    private static final double[][] SYMMETRIC = {{2, 1}, {1, 3}};
    private static final double[][] ANY = {{1, 2}, {3, 4}};

    @Test
    void f341DeterminantOfANumber() {
        assertThat(gradient(x -> determinant(new double[][] {{x}}), 2.0)).isEqualTo(1);
        assertThat(gradient(x -> Math.log(determinant(new double[][] {{x}})), 2.0)).isEqualTo(0.5);
    }

    @Test
    void f342LogarithmOfADeterminant() {
        assertClose(
                gradient((double[][] a) -> Math.log(determinant(a)), SYMMETRIC),
                new double[][] {{.6, -.2}, {-.2, .4}},
                1e-15);
    }

    @Test
    void f343LogarithmOfTheAbsoluteDeterminant() {
        assertClose(
                gradient((double[][] a) -> Math.log(Math.abs(determinant(a))), ANY),
                new double[][] {{-2, 1.5}, {1, -.5}},
                1e-14);
    }

    @Test
    void f344SumOfTheInverse() {
        assertClose(gradient((double[][] a) -> sum(inverse(a)), ANY), new double[][] {{-.5, .5}, {.5, -.5}}, 1e-14);
    }

    @Test
    void f346VectorOverMatrix() {
        var slopes = gradient((double[] x, double[][] a) -> sum(over(x, a)), new double[] {1, 2}, SYMMETRIC);
        assertThat(slopes.first()).containsExactly(new double[] {.4, .2}, within(1e-15));
        assertClose(slopes.second(), new double[][] {{-.08, -.04}, {-.24, -.12}}, 1e-15);
    }

    private static double[] over(double[] x, double[][] a) {
        return transpose(Elimination.of(transpose(a), transpose(new double[][] {x})).solution())[0];
    }

    @Test
    void f347TriangularSystem() {
        assertClose(
                gradient((double[][] l) -> sum(substituted(l)), new double[][] {{2, 9}, {1, 4}}),
                new double[][] {{-.1875, 0}, {-.125, -.03125}},
                1e-16);
    }

    private static double[] substituted(double[][] lower) {
        double[] x = new double[lower.length];
        for (int i = 0; i < x.length; i++) {
            double rest = 1;
            for (int j = 0; j < i; j++) {
                rest -= lower[i][j] * x[j];
            }
            x[i] = rest / lower[i][i];
        }
        return x;
    }

    @Test
    void f348MatrixTimesVector() {
        var slopes = gradient((double[][] w, double[] x) -> sum(times(w, x)), ANY, new double[] {5, 6});
        assertThat(slopes.first()).isDeepEqualTo(new double[][] {{5, 6}, {5, 6}});
        assertThat(slopes.second()).containsExactly(4, 6);
    }

    @Test
    void f349LayerOfANetwork() {
        var slopes =
                gradient(
                        (double[][] w, double[] x, double[] b) -> layer(w, x, b),
                        ANY,
                        new double[] {.1, .2},
                        new double[] {.01, .02});
        assertClose(slopes.first(), new double[][] {{.077915151, .155830302}, {.0347832445, .0695664890}}, 5e-11);
        assertThat(slopes.second()).containsExactly(new double[] {1.8226488449, 2.9496327999}, within(5e-11));
        assertThat(slopes.third()).containsExactly(new double[] {.7791515100, .3478324450}, within(5e-11));
    }

    private static double layer(double[][] w, double[] x, double[] b) {
        double[] products = times(w, x);
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += Math.tanh(products[i] + b[i]);
        }
        return sum;
    }

    @Test
    void f351BilinearForm() {
        var slopes =
                gradient(
                        (double[] x, double[][] a, double[] y) -> dot(x, times(a, y)),
                        new double[] {1, 2},
                        ANY,
                        new double[] {5, 6});
        assertThat(slopes.first()).containsExactly(17, 39);
        assertThat(slopes.second()).isDeepEqualTo(new double[][] {{5, 6}, {10, 12}});
        assertThat(slopes.third()).containsExactly(7, 10);
    }

    @Test
    void f352CrossProduct() {
        var slopes = gradient((a, b) -> crossed(a, b), new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertThat(slopes.first()).containsExactly(440, -394, 35);
        assertThat(slopes.second()).containsExactly(-170, 97, -8);
    }

    private static double crossed(double[] a, double[] b) {
        double[] cross = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        return dot(cross, new double[] {1, 10, 100});
    }

    @Test
    void f353KroneckersProduct() {
        var slopes = gradient((a, b) -> weightedKronecker(a, b), new double[] {1, 2}, new double[] {3, 4, 5});
        assertThat(slopes.first()).containsExactly(26, 62);
        assertThat(slopes.second()).containsExactly(9, 12, 15);
    }

    private static double weightedKronecker(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum += a[i] * b[j] * (1 + i * b.length + j);
            }
        }
        return sum;
    }

    @Test
    void f354MatrixExponential() {
        assertClose(
                gradient((double[][] a) -> sum(exponential(a)), new double[][] {{0, 1}, {0, 0}}),
                new double[][] {{1.5, 1}, {2.1666666667, 1.5}},
                5e-11);
    }

    @Test
    void f356CholeskysFactor() {
        double[][] slopes = gradient((double[][] a) -> sum(cholesky(a)), new double[][] {{4, 2}, {2, 3}});
        assertClose(slopes, new double[][] {{.2133883476, .1464466094}, {0, .3535533906}}, 5e-11);
    }

    @Test
    void f357LargestEigenvalue() {
        assertClose(
                gradient((double[][] a) -> Arrays.stream(eigenvalues(a)).max().orElseThrow(), SYMMETRIC),
                new double[][] {{.2763932023, .4472135955}, {.4472135955, .7236067977}},
                5e-11);
    }

    @Test
    void f358SumOfSingularValues() {
        assertClose(
                gradient((double[][] a) -> singularValues(a), ANY),
                new double[][] {{-.5144957554, .8574929257}, {.8574929257, .5144957554}},
                5e-11);
    }

    private static double singularValues(double[][] a) {
        double sum = 0;
        for (double value : eigenvalues(times(transpose(a), a))) {
            sum += Math.sqrt(value);
        }
        return sum;
    }

    @Test
    void f359ProductOfASymmetricMatrix() {
        double[][] slopes = gradient((double[][] a) -> product(a), new double[][] {{1, 2}, {2, 4}});
        assertThat(slopes).isDeepEqualTo(new double[][] {{16, 8}, {8, 4}});
    }

    private static double product(double[][] a) {
        double product = 1;
        for (double[] row : a) {
            for (double element : row) {
                product *= element;
            }
        }
        return product;
    }

    /** A matrix with numbers on its diagonal only. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, not a value
    record Diagonal(double[] elements) {
        double get(int row, int column) {
            return row == column ? elements[row] : 0;
        }
    }

    @Test
    void f361ElementBesideTheDiagonal() {
        Diagonal slopes = gradient(d -> d.get(1, 0), new Diagonal(new double[] {1, 2, 3}));
        assertThat(slopes.elements()).containsExactly(0, 0, 0);
    }

    @Test
    void f362MultipleOfTheIdentity() {
        assertThat(gradient((double[] x) -> multiple(x[0]), new double[] {1})).containsExactly(2);
    }

    private static double multiple(double factor) {
        double[][] matrix = identity(2);
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return sum(matrix);
    }

    @Test
    void f363ShapesOfTheGradientOfAProduct() {
        double[][] row = {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}};
        var slopes = gradient((double[][] a, double[][] b) -> sum(times(a, b)), new double[][] {{3}}, row);
        assertThat(slopes.first()).isDeepEqualTo(new double[][] {{55}});
        assertThat(slopes.second()).isDeepEqualTo(new double[][] {{3, 3, 3, 3, 3, 3, 3, 3, 3, 3}});
    }

    @Test
    void f364ColumnTimesRow() {
        var slopes =
                gradient((double[] x, double[][] row) -> outer(x, row), new double[] {1, 2}, new double[][] {{3, 4}});
        assertThat(slopes.first()).containsExactly(7, 7);
        assertThat(slopes.second()).isDeepEqualTo(new double[][] {{3, 3}});
    }

    private static double outer(double[] x, double[][] row) {
        return sum(times(transpose(new double[][] {x}), row));
    }

    @Test
    void f366LogisticLoss() {
        double[][] x = {{1, 2}, {3, 4}, {5, 6}};
        double[] y = {1, -1, 1};
        assertThat(gradient(w -> loss(w, x, y), new double[] {.1, -.2}))
                .containsExactly(new double[] {-2.7827593713, -3.6478489914}, within(5e-11));
    }

    private static double loss(double[] w, double[][] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += Math.log1p(Math.exp(-y[i] * dot(x[i], w)));
        }
        return sum;
    }

    private static void assertClose(double[][] actual, double[][] expected, double by) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(by));
        }
    }
}
