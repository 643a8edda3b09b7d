package dev.fluxion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.derivative.DirectionalDerivative;
import dev.fluxion.derivative.Hessian;
import dev.fluxion.derivative.Jacobian;
import dev.fluxion.derivative.Pullback;
import dev.fluxion.derivative.Pushforward;
import dev.fluxion.derivative.ValueAndJacobian;
import dev.fluxion.derivative.ValueAndTangent;
import dev.fluxion.derivative.VectorPullback;
import dev.fluxion.derivative.VectorPushforward;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.spi.Options;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the facade does with sweeps of forward mode: here of an engine of finite differences. */
class DerivativeFacadeTest {

    private final Differentiator ad = new Differentiator(new Options(null, null, List.of()), new FiniteDifferences());

    @Test
    void tangents() {
        assertThat(ad.jvp(x -> x * x, 3.0, 2.0)).isEqualTo(new ValueAndTangent<>(9.0, 12.0));
        ValueAndTangent<Double> dot = ad.jvp(x -> x[0] * x[1], new double[] {2, 3}, new double[] {1, 10});
        assertThat(dot.value()).isEqualTo(6);
        assertThat(dot.tangent()).isEqualTo(23);
        Pushforward<double[], Double> push = ad.pushforward(x -> x[0] * x[1], new double[] {2, 3});
        assertThat(push.value()).isEqualTo(6);
        assertThat(push.apply(new double[] {1, 0})).isEqualTo(3);
    }

    @Test
    void pullbacks() {
        Pullback<double[], Double> pb = ad.pullback(x -> x[0] * x[1], new double[] {2, 3});
        assertThat(pb.value()).isEqualTo(6);
        assertThat(pb.apply(2.0)).containsExactly(6, 4);
        assertThat(ad.pullback(x -> x * x, 3).apply(10.0)).isEqualTo(60);
    }

    @Test
    void formsWithoutAPoint() {
        double[] x = {2, 3};
        VectorPushforward push = ad.pushforward((double[] w) -> squares(w));
        double[] three = {7, 7, 7};
        assertThat(push.into(x, new double[] {1, 10}, three)).containsExactly(4, 9, 5);
        assertThat(three).containsExactly(4, 60, 11).isEqualTo(push.at(x, new double[] {1, 10}));
        VectorPullback pull = ad.pullback((double[] w) -> squares(w));
        double[] two = {7, 7};
        assertThat(pull.into(x, new double[] {1, 10, 100}, two)).containsExactly(4, 9, 5);
        assertThat(two).containsExactly(104, 160).isEqualTo(pull.at(x, new double[] {1, 10, 100}));
        DirectionalDerivative slope = ad.pushforward((double[] w) -> w[0] * w[1]);
        double[] one = {7};
        assertThat(slope.into(x, new double[] {1, 10}, one)).isEqualTo(6);
        assertThat(one).containsExactly(23).containsExactly(slope.at(x, new double[] {1, 10}));
    }

    @Test
    void formsWithoutAPointRefuseWhatDoesNotFit() {
        double[] x = {2, 3};
        VectorPushforward push = ad.pushforward((double[] w) -> squares(w));
        VectorPullback pull = ad.pullback((double[] w) -> squares(w));
        DirectionalDerivative slope = ad.pushforward((double[] w) -> w[0] * w[1]);
        Map<ThrowingCallable, String> wrong = new LinkedHashMap<>();
        wrong.put(() -> ad.pushforward((VectorFn) null), "FX-0201");
        wrong.put(() -> ad.pushforward((DoubleArrayFn) null), "FX-0201");
        wrong.put(() -> ad.pullback((VectorFn) null), "FX-0201");
        wrong.put(() -> push.at(null, x), "FX-0301");
        wrong.put(() -> push.at(x, null), "FX-0301");
        wrong.put(() -> push.into(x, x, null), "FX-0301");
        wrong.put(() -> push.into(x, new double[1], new double[3]), "FX-0302");
        wrong.put(() -> push.into(x, new double[2], new double[2]), "FX-0302");
        wrong.put(() -> push.into(x, new double[2], x), "FX-0304");
        wrong.put(() -> pull.at(null, x), "FX-0301");
        wrong.put(() -> pull.at(x, null), "FX-0301");
        wrong.put(() -> pull.at(x, new double[2]), "FX-0303");
        wrong.put(() -> pull.into(x, new double[3], null), "FX-0301");
        wrong.put(() -> pull.into(x, new double[3], new double[3]), "FX-0302");
        wrong.put(() -> pull.into(x, new double[3], x), "FX-0304");
        wrong.put(() -> slope.at(null, x), "FX-0301");
        wrong.put(() -> slope.at(x, null), "FX-0301");
        wrong.put(() -> slope.at(x, new double[3]), "FX-0302");
        wrong.put(() -> slope.into(x, new double[2], null), "FX-0301");
        wrong.put(() -> slope.into(x, new double[2], new double[2]), "FX-0302");
        wrong.forEach((call, id) ->
                assertThatThrownBy(call).isInstanceOf(NotDifferentiableException.class).hasMessageContaining(id));
    }

    @Test
    void jacobiansOfAnyWidth() {
        for (int n : new int[] {0, 1, 3, 4, 5, 8, 9, 17}) {
            double[] x = new double[n];
            java.util.Arrays.setAll(x, i -> i + 1);
            ValueAndJacobian all = ad.withJacobian(w -> squares(w), x);
            assertThat(all.value()).hasSize(n + 1);
            assertThat(all.jacobian()).hasDimensions(n + 1, n);
            for (int row = 0; row < n; row++) {
                for (int column = 0; column < n; column++) {
                    assertThat(all.jacobian()[row][column]).isEqualTo(row == column ? 2 * x[row] : 0);
                }
            }
            double[] ones = new double[n];
            java.util.Arrays.fill(ones, 1);
            assertThat(all.jacobian()[n]).containsExactly(ones);
        }
        Jacobian compiled = ad.jacobian((double[] w) -> squares(w));
        assertThat(compiled.sweeps(26, 27)).isEqualTo(4);
        assertThat(compiled.sweeps(3, 4)).isEqualTo(1);
        assertThat(compiled.sweeps(26, 1)).isEqualTo(1);
        assertThat(compiled.forward().sweeps(26, 1)).isEqualTo(4);
        assertThat(compiled.reverse().sweeps(3, 4)).isEqualTo(4);
        assertThat(ad.jacobian(w -> squares(w), new double[] {2})).isEqualTo(new double[][] {{4}, {1}});
    }

    @Test
    void matricesThatAreThereAreOverwritten() {
        Jacobian jacobian = ad.jacobian((double[] w) -> squares(w));
        double[][] out = {{7, 7}, {7, 7}, {7, 7}};
        assertThat(jacobian.into(new double[] {2, 3}, out)).containsExactly(4, 9, 5);
        assertThat(out).isEqualTo(new double[][] {{4, 0}, {0, 6}, {1, 1}});
        for (double[][] wrong : new double[][][] {{{1, 2}}, {{1}, {1}, {1}}, {{1, 2}, {1, 2}, null}, null}) {
            assertThatThrownBy(() -> jacobian.into(new double[] {2, 3}, wrong))
                    .isInstanceOf(NotDifferentiableException.class)
                    .hasMessageContaining("FX-0302");
        }
    }

    private static double[] squares(double[] w) {
        double[] y = new double[w.length + 1];
        for (int i = 0; i < w.length; i++) {
            y[i] = w[i] * w[i];
            y[w.length] += w[i];
        }
        return y;
    }

    @Test
    void theCallerSeesWhatIsWrittenToTheArgumentOnce() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        VectorFn counting =
                w -> {
                    w[0] += 0; // a write
                    double[] y = w.clone();
                    w[8] = 100;
                    return y;
                };
        ad.jacobian(counting, x);
        assertThat(x[8]).isEqualTo(100);
    }

    @Test
    void hessians() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Hessian hessian = ad.hessian((double[] w) -> w[0] * w[0] * w[9] + w[3] * w[3]);
        double[][] h = hessian.at(x);
        assertThat(h).hasDimensions(10, 10);
        assertThat(h[0][0]).isEqualTo(20);
        assertThat(h[0][9]).isEqualTo(2).isEqualTo(h[9][0]);
        assertThat(h[3][3]).isEqualTo(2);
        assertThat(hessian.diagonal(x)).containsExactly(20, 0, 0, 2, 0, 0, 0, 0, 0, 0);
        double[] v = new double[10];
        v[9] = 3;
        assertThat(hessian.times(x, v)[0]).isEqualTo(6);
        assertThat(v[9]).isEqualTo(3);
        assertThat(ad.hessian(w -> w[0] * w[1], new double[] {1, 1})).isEqualTo(new double[][] {{0, 1}, {1, 0}});
        assertThat(ad.diagonalHessian(w -> w[0] * w[0], new double[] {1})).containsExactly(2);
        assertThat(ad.hessianVectorProduct(w -> w[0] * w[0], new double[] {1}, new double[] {5})).containsExactly(10);
        assertThat(ad.hessian(w -> w * w, 3)).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> ad.jacobian(w -> w, (double[]) null)).isInstanceOf(NotDifferentiableException.class);
        assertThatThrownBy(() -> ad.hessianVectorProduct(w -> w[0], new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("length 2")
                .hasMessageContaining("length of x is 1");
        assertThatThrownBy(() -> ad.jvp(w -> w[0], new double[] {1}, null))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("the direction");
    }
}
