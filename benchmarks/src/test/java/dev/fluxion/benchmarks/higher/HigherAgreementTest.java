package dev.fluxion.benchmarks.higher;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.sparseJacobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.derivative.sparse.SparseJacobian;

import org.junit.jupiter.api.Test;

/** Both sides of each benchmark give the same. */
class HigherAgreementTest {

    @Test
    void wideJacobian() {
        double[] x = WideJacobian.point();
        double[][] columns = WideJacobian.oneByOne(x);
        double[][] rows = jacobian((double[] w) -> WideJacobian.forces(w)).forward().at(x);
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x.length; k++) {
                assertThat(rows[i][k]).isCloseTo(columns[k][i], within(1e-12));
            }
        }
        assertThat(rows[3][4]).as("the attraction of the next one").isNotZero();
    }

    @Test
    void rosenbrockHessian() {
        double[] x = RosenbrockHessian.point();
        double[][] expected = RosenbrockHessian.formula(x);
        double[][] ours = hessian((double[] w) -> RosenbrockHessian.value(w)).at(x);
        for (int i = 0; i < x.length; i++) {
            assertThat(ours[i]).containsExactly(expected[i], within(1e-9));
        }
    }

    @Test
    void checkpointedLoop() {
        double[] x = {1.5, 0.2};
        double[] plain = gradient((double[] w) -> CheckpointedLoop.plain(w, 20_000), x);
        double[] kept = gradient((double[] w) -> CheckpointedLoop.kept(w, 20_000, 50), x);
        assertThat(kept).containsExactly(plain, within(1e-13));
        assertThat(plain[0]).isNotZero();
    }

    @Test
    void tridiagonalJacobian() {
        double[] x = TridiagonalJacobian.point(1_000);
        SparseJacobian jacobian = sparseJacobian((double[] w) -> TridiagonalJacobian.diffusion(w));
        double[][] dense = jacobian.at(x).toDense();
        for (int i = 1; i < x.length - 1; i++) {
            assertThat(dense[i][i - 1]).isEqualTo(1);
            assertThat(dense[i][i]).isCloseTo(-1 - 3 * x[i] * x[i], within(1e-14));
            assertThat(dense[i][i + 1]).isEqualTo(1);
        }
    }
}
