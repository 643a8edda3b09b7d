package com.example.ejml;

import static dev.fluxion.testkit.assertion.FluxionAssertions.assertThatGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.testkit.rules.RuleTester;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

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
        assertThat(Fluxion.explain(EjmlRulesTest::logDet).adjointIr()).contains("EjmlRules.det");
        assertThatGradient(EjmlRulesTest::logDet).at(new double[] {2, 1, -0.5, 3}).matchesFiniteDifferences();
    }

    private static double logDet(double[] x) {
        return Math.log(CommonOps_DDRM.det(new DMatrixRMaj(2, 2, true, x)));
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
    void modulePath() {
        assertThat(EjmlRules.class.getModule().getName()).isEqualTo("com.example.ejml.rules");
    }
}
