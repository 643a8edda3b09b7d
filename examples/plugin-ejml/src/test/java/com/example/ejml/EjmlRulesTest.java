package com.example.ejml;

import static dev.fluxion.testkit.assertion.FluxionAssertions.assertThatGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.testkit.rules.RuleTester;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.invoke.MethodHandles;

class EjmlRulesTest {

    private final RuleTester rules = RuleTester.of(MethodHandles.lookup(), EjmlRules.class);

    private static DMatrixRMaj a() {
        return new DMatrixRMaj(new double[][] {{2, 1, -0.5}, {0.3, 3, 1}, {-1, 0.2, 4}});
    }

    private static DMatrixRMaj b() {
        return new DMatrixRMaj(new double[][] {{1, -2}, {0.5, 3}, {2, 1}});
    }

    @Test
    void products() {
        rules.testRrule("mult", a(), b(), new DMatrixRMaj(3, 2));
    }

    @Test
    void inverses() {
        rules.testRrule("invert", a(), new DMatrixRMaj(3, 3));
        rules.testRrule("invert", a());
    }

    @Test
    void systems() {
        rules.testRrule("solve", a(), b(), new DMatrixRMaj(3, 2));
    }

    @Test
    void leastSquares() {
        DMatrixRMaj tall = new DMatrixRMaj(new double[][] {{1, 2}, {3, -1}, {0.5, 1}});
        DMatrixRMaj right = new DMatrixRMaj(new double[][] {{1}, {-2}, {0.3}});
        rules.testRrule("solve", tall, right, new DMatrixRMaj(2, 1));
    }

    @Test
    void determinants() {
        rules.testRrule("det", a());
    }

    @Test
    void determinantOfSingularMatrix() {
        DoubleArrayFn det = x -> CommonOps_DDRM.det(new DMatrixRMaj(3, 3, true, x));
        double[] singular = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        // cofactors of this matrix
        assertThat(Fluxion.gradient(det, singular))
                .containsExactly(new double[] {-3, 6, -3, 6, -12, 6, -3, 6, -3}, within(1e-12));
    }

    @Test
    void matrixThatIsOverwrittenLater() {
        DoubleArrayFn f =
                x -> {
                    DMatrixRMaj matrix = new DMatrixRMaj(2, 2, true, x);
                    DMatrixRMaj square = new DMatrixRMaj(2, 2);
                    CommonOps_DDRM.mult(matrix, matrix, square);
                    double first = square.get(0, 1);
                    CommonOps_DDRM.mult(square, matrix, matrix.copy());
                    matrix.set(0, 0, 7);
                    CommonOps_DDRM.invert(square);
                    return first * square.get(1, 0) + matrix.get(0, 0) * matrix.get(1, 1);
                };
        assertThatGradient(f).at(new double[] {2, 1, -0.5, 3}).matchesFiniteDifferences();
    }

    @Test
    void productIntoNothing() {
        DoubleArrayFn f =
                x -> {
                    DMatrixRMaj matrix = new DMatrixRMaj(2, 2, true, x);
                    DMatrixRMaj none = null;
                    return CommonOps_DDRM.mult(matrix, matrix, none).get(0, 1);
                };
        assertThatGradient(f).at(new double[] {2, 1, -0.5, 3}).matchesFiniteDifferences();
    }

    @Test
    void rulesAreFoundAndUsed() {
        assertThat(Fluxion.explain(EjmlRulesTest::logDet).adjointIr()).contains("CommonOps_DDRM.invert");
        assertThatGradient(EjmlRulesTest::logDet).at(new double[] {2, 1, -0.5, 3}).matchesFiniteDifferences();
    }

    private static double logDet(double[] x) {
        return Math.log(CommonOps_DDRM.det(new DMatrixRMaj(2, 2, true, x)));
    }

    /** Sizes at which EJML takes other ways: unrolled up to 5 or 6, by factors above. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 7, 9})
    void sizes(int n) {
        DMatrixRMaj matrix = diagonallyDominant(n);
        rules.testRrule("invert", matrix, new DMatrixRMaj(n, n));
        rules.testRrule("invert", (Object) matrix);
        rules.testRrule("det", (Object) matrix);
        rules.testRrule("solve", matrix, new DMatrixRMaj(n, 1, true, row(n)), new DMatrixRMaj(n, 1));
        rules.testRrule("mult", matrix, new DMatrixRMaj(n, 1, true, row(n)), new DMatrixRMaj(n, 1));
        rules.testRrule("mult", new DMatrixRMaj(1, n, true, row(n)), matrix, new DMatrixRMaj(1, n));
    }

    @Test
    void determinantsOfSingularMatricesByFactors() {
        DMatrixRMaj matrix = diagonallyDominant(7);
        for (int i = 0; i < 7; i++) {
            matrix.set(i, 3, 0);
        }
        rules.testRrule("det", (Object) matrix);
        rules.testRrule("det", (Object) new DMatrixRMaj(1, 1));
    }

    @Test
    void arrayGivenTwice() {
        DoubleArrayFn f =
                x -> {
                    DMatrixRMaj matrix = new DMatrixRMaj(2, 2, true, x);
                    CommonOps_DDRM.invert(matrix, matrix);
                    DMatrixRMaj square = new DMatrixRMaj(2, 2);
                    CommonOps_DDRM.mult(matrix, matrix, square);
                    DMatrixRMaj right = matrix.copy();
                    CommonOps_DDRM.solve(square, right, right);
                    CommonOps_DDRM.solve(square, matrix, square);
                    return weighted(square) + 3 * weighted(right);
                };
        assertThatGradient(f).at(new double[] {2, 1, -0.5, 3}).matchesFiniteDifferences();
    }

    /** What lies behind the product in the same array was there before, and stays. */
    @Test
    void arrayThatIsLongerThanItsMatrix() {
        DoubleArrayFn f =
                x -> {
                    DMatrixRMaj result = new DMatrixRMaj(3, 3, true, x);
                    DMatrixRMaj factor = new DMatrixRMaj(2, 2, true, x);
                    CommonOps_DDRM.mult(factor, factor, result);
                    CommonOps_DDRM.invert(result.copy(), result);
                    CommonOps_DDRM.solve(factor, factor.copy(), result);
                    CommonOps_DDRM.invert(factor, result);
                    result.reshape(3, 3);
                    return weighted(result);
                };
        assertThatGradient(f).at(new double[] {2, 1, -0.5, 3, 5, 6, 7, 8, 9}).matchesFiniteDifferences();
    }

    @Test
    void matrixThatGrows() {
        DoubleArrayFn f =
                x -> {
                    DMatrixRMaj result = new DMatrixRMaj(1, 1);
                    result.set(0, 0, x[0]);
                    DMatrixRMaj factor = new DMatrixRMaj(2, 2, true, x);
                    double before = result.get(0, 0);
                    CommonOps_DDRM.mult(factor, factor, result);
                    return before * weighted(result);
                };
        assertThatGradient(f).at(new double[] {2, 1, -0.5, 3}).matchesFiniteDifferences();
    }

    @Test
    void productInTheMemoryOfItsFactor() {
        DoubleArrayFn f =
                x -> {
                    DMatrixRMaj factor = new DMatrixRMaj(2, 2, true, x);
                    CommonOps_DDRM.mult(factor, factor, DMatrixRMaj.wrap(2, 2, factor.data));
                    return weighted(factor);
                };
        assertThatIllegalArgumentException().isThrownBy(() -> Fluxion.gradient(f, new double[] {2, 1, -0.5, 3}));
    }

    private static double weighted(DMatrixRMaj matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.getNumElements(); i++) {
            sum += (1 + i) * matrix.get(i);
        }
        return sum;
    }

    private static DMatrixRMaj diagonallyDominant(int n) {
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, Math.sin(1 + 3 * i + 7 * j) / n + (i == j ? 1.5 : 0));
            }
        }
        return matrix;
    }

    private static double[] row(int n) {
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            row[i] = Math.cos(i);
        }
        return row;
    }

    /** The second derivative of log det (m + t n) along n: minus the trace of (m⁻¹n)². */
    @Test
    void secondDerivatives() {
        double h =
                Fluxion.derivative(
                                Fluxion.derivative(
                                        t -> Math.log(CommonOps_DDRM.det(new DMatrixRMaj(2, 2, true, 2 + t, 1, 0, 3)))))
                        .applyAsDouble(0);
        assertThat(h).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void secondDerivativesOfProducts() {
        rules.testGradient(
                t -> {
                    DMatrixRMaj matrix = along(t);
                    DMatrixRMaj product = new DMatrixRMaj(2, 2);
                    CommonOps_DDRM.mult(matrix, matrix, product);
                    return weighted(product);
                },
                0.3);
    }

    @Test
    void secondDerivativesOfInverses() {
        rules.testGradient(
                t -> {
                    DMatrixRMaj inverse = new DMatrixRMaj(2, 2);
                    CommonOps_DDRM.invert(along(t), inverse);
                    return weighted(inverse);
                },
                0.3);
        rules.testGradient(
                t -> {
                    DMatrixRMaj inverse = along(t);
                    CommonOps_DDRM.invert(inverse);
                    return weighted(inverse);
                },
                0.3);
    }

    @Test
    void secondDerivativesOfSystems() {
        rules.testGradient(
                t -> {
                    DMatrixRMaj solution = new DMatrixRMaj(2, 1);
                    CommonOps_DDRM.solve(along(t), new DMatrixRMaj(2, 1, true, t, 1), solution);
                    return weighted(solution);
                },
                0.3);
    }

    @Test
    void secondDerivativesOfDeterminants() {
        rules.testGradient(t -> CommonOps_DDRM.det(along(t)), 0.3);
    }

    private static DMatrixRMaj along(double t) {
        return new DMatrixRMaj(2, 2, true, 2 + t, 1, t * t, 3 - t);
    }
}
