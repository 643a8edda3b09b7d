package dev.fluxion.engine.forward;

import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.sparseHessian;
import static dev.fluxion.Fluxion.sparseJacobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.sparse.SparseHessian;
import dev.fluxion.derivative.sparse.SparseJacobian;
import dev.fluxion.derivative.sparse.SparseMatrix;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sparse Jacobians and Hessians against dense ones. */
class SparseTest {

    private static double[] diffusion(double[] u) {
        double[] f = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double left = i == 0 ? 0 : u[i - 1];
            double right = i == u.length - 1 ? 0 : u[i + 1];
            f[i] = left - 2 * u[i] + right + Math.exp(u[i]) * left;
        }
        return f;
    }

    private static double[] point(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    @Test
    void aTridiagonalJacobianTakesThreeDirections() {
        SparseJacobian sparse = sparseJacobian((double[] u) -> diffusion(u));
        for (int n : new int[] {0, 1, 2, 7, 60, 500}) {
            double[] u = point(n, n);
            assertThat(sparse.colors(u)).isEqualTo(Math.min(n, 3));
            SparseMatrix a = sparse.at(u);
            assertThat(a.sparsity().size()).isEqualTo(Math.max(0, 3 * n - 2));
            assertThat(a.toDense()).isEqualTo(jacobian(v -> diffusion(v), u));
        }
        double[] large = point(100_000, 1);
        SparseMatrix a = sparse.at(large);
        assertThat(a.sparsity().size()).isEqualTo(299_998);
        assertThat(a.get(70_000, 69_999)).isEqualTo(1 + Math.exp(large[70_000]));
        assertThat(a.get(70_000, 60_000)).isZero();
    }

    /** Each output a random function of a few inputs, through lists, boxes, branches and calls. */
    private static double[] random(double[] x, long seed) {
        Random random = new Random(seed);
        List<Double> values = new ArrayList<>();
        for (double each : x) {
            values.add(each);
        }
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            int j = random.nextInt(x.length);
            int k = random.nextInt(x.length);
            double v = values.get(j);
            y[i] =
                    switch (random.nextInt(5)) {
                        case 0 -> v * values.get(k);
                        case 1 -> v > 0 ? Math.sin(v) : values.get(k) * 2;
                        case 2 -> Math.max(v, values.get(k));
                        case 3 -> random.nextDouble();
                        default -> Math.atan2(v, 1 + values.get(k) * values.get(k));
                    };
            if (random.nextInt(4) == 0) {
                values.set(j, y[i]);
            }
        }
        return y;
    }

    @Test
    void jacobiansOfRandomFunctionsAreThoseWithAllTheirZeros() {
        for (long seed = 0; seed < 40; seed++) {
            long each = seed;
            VectorFn f = x -> random(x, each);
            double[] x = point(3 + (int) seed * 17, seed);
            assertSame(sparseJacobian(f, x).toDense(), jacobian(f, x));
        }
    }

    /** Zeros may have either sign. */
    private static void assertSame(double[][] given, double[][] expected) {
        assertThat(given).hasDimensions(expected.length, expected.length == 0 ? 0 : expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < expected[i].length; k++) {
                assertThat(given[i][k] + 0.0).isEqualTo(expected[i][k] + 0.0);
            }
        }
    }

    private static double chain(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            sum += 100 * a * a + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    @Test
    void hessiansOfChainsAndArrows() {
        SparseHessian sparse = sparseHessian((double[] x) -> chain(x));
        double[] x = point(50, 3);
        assertThat(sparse.colors(x)).isLessThanOrEqualTo(3);
        assertThat(sparse.at(x).toDense()).isEqualTo(hessian(v -> chain(v), x));
        assertThat(sparse.at(x).sparsity().size()).isEqualTo(148);
        DoubleArrayFn arrow =
                v -> {
                    double sum = 0;
                    for (int i = 1; i < v.length; i++) {
                        sum += v[0] * v[i] * v[i];
                    }
                    return sum;
                };
        SparseHessian arrows = sparseHessian(arrow);
        assertThat(arrows.colors(x)).isEqualTo(2);
        assertThat(arrows.at(x).toDense()).isEqualTo(hessian(arrow, x));
    }

    @Test
    void hessiansOfRandomGraphs() {
        for (long seed = 0; seed < 30; seed++) {
            long each = seed;
            DoubleArrayFn f =
                    v -> {
                        Random random = new Random(each);
                        double sum = 0;
                        for (int i = 0; i < 2 * v.length; i++) {
                            int j = random.nextInt(v.length);
                            int k = random.nextInt(v.length);
                            sum += Math.sin(v[j] * v[k]) + v[j] * 3;
                        }
                        return sum;
                    };
            double[] x = point(5 + (int) seed * 3, seed);
            double[][] dense = hessian(f, x);
            double[][] sparse = sparseHessian(f, x).toDense();
            for (int i = 0; i < x.length; i++) {
                for (int k = 0; k < x.length; k++) {
                    assertThat(sparse[i][k]).isCloseTo(dense[i][k], within(1e-12));
                }
            }
        }
    }

    @Test
    void floatsAreRefused() {
        assertThatThrownBy(() -> sparseJacobian(x -> new double[] {(float) x[0] * 2f}, new double[] {1}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("cannot find out on which inputs a float depends")
                .hasMessageContaining("SparseTest.java");
    }

    @Test
    @SuppressWarnings("NullAway") // what users may write
    void aFunctionThatGivesNullIsRefused() {
        VectorFn none = x -> x.length > 5 ? x : null;
        assertThatThrownBy(() -> sparseJacobian(none, new double[2]))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("a function that gives null");
        assertThatThrownBy(() -> jacobian(none, new double[2]))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("a function that gives null");
    }
}
