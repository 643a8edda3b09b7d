package dev.fluxion.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.Hessian;
import dev.fluxion.derivative.Jacobian;
import dev.fluxion.derivative.ValueAndJacobian;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Forward;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndTangent;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Jacobians column by column and row by row. */
class JacobianModesTest {

    private static final Differentiator AD = Fluxion.builder().build();

    private static double[] point(int n) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> 0.5 + Math.sin(3 * i));
        return x;
    }

    /** Two numbers of many. */
    private static double[] two(double[] x) {
        double product = 1;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            product *= 1 + 0.01 * x[i];
            sum += x[i] * x[(i + 1) % x.length];
        }
        return new double[] {product, Math.exp(-sum / x.length)};
    }

    private static void assertRight(VectorFn f, double[] x, double[][] jacobian) {
        double[] value = f.apply(x.clone());
        assertThat(jacobian.length).isEqualTo(value.length);
        double h = 1e-6;
        for (int column = 0; column < x.length; column++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[column] += h;
            down[column] -= h;
            double[] above = f.apply(up);
            double[] below = f.apply(down);
            for (int row = 0; row < value.length; row++) {
                assertThat(jacobian[row][column]).isCloseTo((above[row] - below[row]) / (2 * h), within(1e-7));
            }
        }
    }

    @Test
    void allWaysAgree() {
        VectorFn f = x -> two(x);
        double[] x = point(50);
        Jacobian jacobian = AD.jacobian(f);
        assertRight(f, x, jacobian.at(x));
        assertRight(f, x, jacobian.forward().at(x));
        assertRight(f, x, jacobian.reverse().at(x));
        ValueAndJacobian all = jacobian.reverse().withJacobian(x);
        assertThat(all.value()).containsExactly(f.apply(x));
    }

    @Test
    void intoAMatrixThatIsThere() {
        Jacobian jacobian = AD.jacobian((double[] w) -> two(w));
        double[] x = point(50);
        double[][] expected = jacobian.forward().at(x);
        double[][] out = new double[2][50];
        for (Jacobian each : new Jacobian[] {jacobian, jacobian.forward(), jacobian.reverse()}) {
            assertThat(each.into(x, out)).containsExactly(two(x));
            for (int row = 0; row < 2; row++) {
                assertThat(out[row]).containsExactly(expected[row], within(1e-14));
            }
        }
    }

    @Test
    void hessiansAndTheirProductsIntoWhatIsThere() {
        Hessian hessian = AD.hessian((double[] w) -> w[0] * w[0] * w[1] + w[2]);
        double[][] matrix = {{7, 7, 7}, {7, 7, 7}, {7, 7, 7}};
        double[] product = {1, 10, 100};
        for (int again = 0; again < 2; again++) {
            hessian.into(new double[] {2, 3, 5}, matrix);
            assertThat(matrix).isEqualTo(new double[][] {{6, 4, 0}, {4, 0, 0}, {0, 0, 0}});
            hessian.timesInto(new double[] {2, 3, 5}, new double[] {1, 10, 100}, product);
            assertThat(product).containsExactly(46, 4, 0);
        }
        assertThatThrownBy(() -> hessian.into(new double[] {2, 3, 5}, new double[3][2]))
                .isInstanceOf(NotDifferentiableException.class);
        assertThatThrownBy(() -> hessian.timesInto(new double[3], new double[3], new double[2]))
                .isInstanceOf(NotDifferentiableException.class);
    }

    @Test
    void theShapeDecides() {
        AtomicInteger runs = new AtomicInteger();
        VectorFn f =
                x -> {
                    runs.incrementAndGet();
                    return two(x);
                };
        AD.jacobian(f).at(point(50));
        assertThat(runs).as("one forwards, which shows the rows, and one that is remembered").hasValue(2);
        runs.set(0);
        AD.jacobian(f).at(point(32));
        assertThat(runs).as("eight columns in a run; half of that is two").hasValue(4);
        runs.set(0);
        AD.jacobian(f).reverse().at(point(32));
        assertThat(runs).hasValue(1);
        runs.set(0);
        AD.jacobian(f).forward().at(point(50));
        assertThat(runs).hasValue(7);
    }

    @Test
    void argumentsGivenBackAndConstants() {
        Jacobian identity = AD.jacobian((double[] x) -> x).reverse();
        assertThat(identity.at(new double[] {2, 3})).isEqualTo(new double[][] {{1, 0}, {0, 1}});
        Jacobian constant = AD.jacobian((double[] x) -> new double[] {7}).reverse();
        assertThat(constant.at(new double[] {2, 3})).isEqualTo(new double[][] {{0, 0}});
        assertThat(constant.at(new double[0])).isEqualTo(new double[][] {{}});
        assertThat(AD.jacobian((double[] x) -> new double[0]).reverse().at(new double[] {1})).isEmpty();
        double[] x = {2, 3};
        Jacobian overwriting =
                AD.jacobian((double[] w) -> {
                    w[0] = w[0] * w[1];
                    return new double[] {w[0]};
                });
        assertThat(overwriting.reverse().at(x)).isEqualTo(new double[][] {{3, 2}});
    }

    static double rounded(double x) {
        return new BigDecimal(x).doubleValue();
    }

    @Rules(of = JacobianModesTest.class)
    static final class Forwards {
        private Forwards() {}

        @Forward(of = "rounded")
        static ValueAndTangent<Double> rounded(double x, double dx) {
            return ValueAndTangent.of(JacobianModesTest.rounded(x), dx);
        }
    }

    @Test
    void whatHasNoPullbackIsComputedForwardsUnlessTold() {
        Differentiator forwards = Fluxion.builder().rules(Forwards.class).build();
        VectorFn f =
                x -> {
                    double sum = 0;
                    for (double each : x) {
                        sum += JacobianModesTest.rounded(each) * each;
                    }
                    return new double[] {sum};
                };
        double[] x = point(50);
        assertThat(forwards.jacobian(f).at(x)[0][7]).isCloseTo(2 * x[7], within(1e-15));
        assertThatThrownBy(() -> forwards.jacobian(f).reverse().at(x)).isInstanceOf(NotDifferentiableException.class);
    }
}
