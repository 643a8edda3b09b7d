package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.diagonalHessian;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.withJacobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.ValueAndJacobian;

import org.junit.jupiter.api.Test;

/** Jacobians and Hessians. A matrix as argument is an array of its rows, one after the other. */
final class FactsJacobianTest {

    @Test
    void f318Identity() {
        ValueAndJacobian both = withJacobian(x -> x, new double[] {1, 2});
        assertThat(both.value()).containsExactly(1, 2);
        assertThat(both.jacobian()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    }

    @Test
    void f319SquaresTimesANumber() {
        VectorFn f = v -> new double[] {v[0] * v[0] * v[3], v[1] * v[1] * v[3], v[2] * v[2] * v[3]};
        assertThat(jacobian(f, new double[] {1, 2, 3, 1}))
                .isDeepEqualTo(new double[][] {{2, 0, 0, 1}, {0, 4, 0, 4}, {0, 0, 6, 9}});
    }

    @Test
    void f321ProductsOfColumns() {
        int[] columns = {0, 1};
        VectorFn f = m -> products(m, columns);
        assertThat(jacobian(f, new double[] {1, 2, 3, 4})).isDeepEqualTo(new double[][] {{3, 0, 1, 0}, {0, 4, 0, 2}});
    }

    private static double[] products(double[] matrix, int[] columns) {
        double[] products = new double[columns.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = matrix[columns[i]] * matrix[columns.length + columns[i]];
        }
        return products;
    }

    @Test
    void f322CubesOfPositiveNumbers() {
        double[][] expected = new double[5][5];
        expected[0][0] = 3;
        expected[1][1] = 12;
        expected[3][3] = 48;
        assertThat(jacobian(x -> cubes(x), new double[] {1, 2, -3, 4, -5})).isDeepEqualTo(expected);
    }

    private static double[] cubes(double[] x) {
        double[] cubes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            cubes[i] = x[i] > 0 ? x[i] * x[i] * x[i] : 0;
        }
        return cubes;
    }

    @Test
    void f323TwoNumbersSideBySide() {
        assertThat(jacobian(v -> new double[] {v[0], v[1]}, new double[] {Math.PI, Math.E}))
                .isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    }

    @Test
    void f326RunningSums() {
        assertThat(jacobian(x -> sums(x), new double[] {1, 2, 3}))
                .isDeepEqualTo(new double[][] {{1, 0, 0}, {1, 1, 0}, {1, 1, 1}});
    }

    private static double[] sums(double[] x) {
        double[] sums = x.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    @Test
    void f327SquaresOfSomeElements() {
        double[][] expected = new double[3][7];
        for (int i = 0; i < 3; i++) {
            expected[i][i] = 200 * (i + 1);
        }
        VectorFn f = x -> new double[] {100 * x[0] * x[0], 100 * x[1] * x[1], 100 * x[2] * x[2]};
        assertThat(jacobian(f, new double[] {1, 2, 3, 4, 5, 6, 7})).isDeepEqualTo(expected);
    }

    @Test
    void f329Softmax() {
        double[] x = {1, 2, 3};
        double[] p = softmax(x);
        double[][] jacobian = jacobian(v -> softmax(v), x);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double expected = i == j ? p[i] * (1 - p[i]) : -p[i] * p[j];
                assertThat(jacobian[i][j]).isCloseTo(expected, within(1e-16));
            }
        }
        assertThat(jacobian[0][0]).isCloseTo(0.0819, within(5e-5));
        assertThat(jacobian[1][2]).isCloseTo(-0.1628, within(5e-5));
        assertThat(jacobian[2][0]).isCloseTo(-0.0599, within(5e-5));
    }

    private static double[] softmax(double[] x) {
        double sum = 0;
        double[] softmax = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            softmax[i] = Math.exp(x[i]);
            sum += softmax[i];
        }
        for (int i = 0; i < x.length; i++) {
            softmax[i] /= sum;
        }
        return softmax;
    }

    @Test
    void f331HessianOfASumOfCubes() {
        double[][] expected = {{6, 0, 0, 0}, {0, 12, 0, 0}, {0, 0, 18, 0}, {0, 0, 0, 24}};
        assertThat(hessian(m -> sumOfCubes(m), new double[] {1, 2, 3, 4})).isDeepEqualTo(expected);
    }

    private static double sumOfCubes(double[] m) {
        double sum = 0;
        for (double element : m) {
            sum += element * element * element;
        }
        return sum;
    }

    @Test
    void f332SecondDerivativeOfSine() {
        assertThat(hessian(x -> Math.sin(x), Math.PI / 2)).isEqualTo(-1);
    }

    @Test
    void f334HessianOfRosenbrocksFunction() {
        assertThat(hessian(x -> rosenbrock(x), new double[] {1, 1}))
                .isDeepEqualTo(new double[][] {{802, -400}, {-400, 200}});
    }

    @Test
    void f339GradientOfRosenbrocksFunction() {
        assertThat(Fluxion.gradient(x -> rosenbrock(x), new double[] {1, 2, 3})).containsExactly(-400, 1002, -200);
    }

    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = 1 - x[i];
            double b = x[i + 1] - x[i] * x[i];
            sum += a * a + 100 * b * b;
        }
        return sum;
    }

    @Test
    void f336DiagonalOfAHessian() {
        assertThat(diagonalHessian(x -> x[0] * x[1] * x[1], new double[] {1, Math.PI})).containsExactly(0, 2);
    }

    @Test
    void f337HessianOfAnAngle() {
        DoubleArrayFn angle = x -> Math.atan2(x[0], x[1]);
        double[] diagonal = diagonalHessian(angle, new double[] {1, 2});
        assertThat(diagonal).containsExactly(new double[] {-0.16, 0.16}, within(1e-16));
        double[][] hessian = hessian(angle, new double[] {1, 2});
        assertThat(hessian[0]).containsExactly(new double[] {-0.16, -0.12}, within(1e-16));
        assertThat(hessian[1]).containsExactly(new double[] {-0.12, 0.16}, within(1e-16));
    }

    @Test
    void f338HessianThroughAnArrayThatIsWrittenTo() {
        assertThat(hessian(a -> filled(a), 1.0)).isEqualTo(6);
        assertThat(hessian(a -> a * a * first(a), 1.0)).isEqualTo(2);
    }

    private static double filled(double a) {
        double[] buffer = new double[2];
        for (int i = 0; i < 2; i++) {
            buffer[i] = a * a * (i + 1);
        }
        return buffer[0] + buffer[1];
    }

    private static double first(double a) {
        double[] buffer = {a, a};
        buffer[0] = 1;
        return buffer[0];
    }

    @Test
    void f328APullbackIsAppliedAgain() {
        FactsRulesTest.Counts.reset();
        var pullback =
                Fluxion.builder()
                        .rules(FactsRulesTest.LibraryRules.class)
                        .build()
                        .pullback(x -> FactsRulesTest.Library.five(x), 11);
        assertThat(pullback.value()).isEqualTo(55);
        assertThat(pullback.apply(1.0)).isEqualTo(5);
        assertThat(pullback.apply(2.0)).isEqualTo(10);
        assertThat(pullback.apply(3.0)).isEqualTo(15);
        assertThat(FactsRulesTest.Counts.rule).isEqualTo(1);
        assertThat(FactsRulesTest.Counts.pullback).isEqualTo(3);
    }
}
