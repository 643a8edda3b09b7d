package dev.fluxion.testkit.gradcheck;

import static dev.fluxion.testkit.gradcheck.GradCheck.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

class GradCheckTest {

    @SuppressWarnings("ArrayRecordComponent") // what users write
    record Params(double scale, double[] weights, String name) {}

    static final class Layer {
        double rate = 0.5;
        final double[] bias = {1, 2};
        Layer next;

        double value(double x) {
            double sum = rate * x + bias[0] * bias[1] * x * x;
            return next == null ? sum : next.value(sum);
        }
    }

    static double product(double x, double y) {
        return x * y;
    }

    /** Wrong in its second argument. */
    @Rules(of = GradCheckTest.class)
    static final class WrongRules {
        @Partial(of = "product", wrt = 0)
        static double inX(double x, double y, double result) {
            return y;
        }

        @Partial(of = "product", wrt = 1)
        static double inY(double x, double y, double result) {
            return -x;
        }
    }

    @Test
    void functionsOfNumbers() {
        assertThat(gradcheck(x -> Math.sin(x), 0.5).worst().relativeDifference()).isCloseTo(0, within(1e-10));
        assertThat(gradcheck((x, y) -> x * y * y, 2.0, 3.0).rows()).extracting("name").containsExactly("x", "y");
        assertThat(gradcheck((x, y, z) -> x * y / z, 2.0, 3.0, 4.0).value()).isEqualTo(1.5);
        assertThat(gradcheck((x, y, z, w) -> x * y / z - w, 2.0, 3.0, 4.0, 5.0).rows()).hasSize(4);
    }

    @Test
    void functionsOfArrays() {
        assertThat(gradcheck(x -> x[0] * x[1], new double[] {2, 3}))
                .hasToString(
                        """
                               gradient   finite differences   relative difference
                        x[0]   3          3                    0
                        x[1]   2          2                    0\
                        """);
        gradcheck((x, y) -> x[0] * y[1], new double[] {2, 3}, new double[] {4, 5});
        gradcheck((x, y, z) -> x[0] * y[1] + z[0], new double[] {2, 3}, new double[] {4, 5}, new double[] {1});
        gradcheck(x -> x[0] * x[1], new float[] {2, 3});
        double[] long1 = new double[3000];
        java.util.Arrays.setAll(long1, i -> Math.sin(i));
        assertThat(
                        gradcheck(
                                        x -> {
                                            double sum = 0;
                                            for (double xi : x) {
                                                sum += xi * xi;
                                            }
                                            return sum;
                                        },
                                        long1)
                                .rows())
                .hasSize(24)
                .first()
                .hasFieldOrPropertyWithValue("name", "along random direction 0");
    }

    @Test
    void functionsOfObjects() {
        Params params = new Params(2, new double[] {3, 4}, "p");
        assertThat(gradcheck(p -> p.scale() * p.weights()[1], params).rows())
                .extracting("name")
                .containsExactly("x.scale", "x.weights[0]", "x.weights[1]");
        Layer layer = new Layer();
        layer.next = new Layer();
        assertThat(gradcheck(n -> n.value(0.7), layer).rows()).hasSize(6);
        gradcheck((p, x) -> p.scale() * x[0][1], params, new double[][] {{1, 2}});
        gradcheck((n, x) -> n.value(x), layer, 0.7);
        gradcheck((p, n, x) -> p.scale() * n.value(x), params, layer, 0.7);
        gradcheck((p, n, x, y) -> p.scale() * n.value(x) * y, params, layer, 0.7, 1.5);
    }

    @Test
    void secondDerivatives() {
        GradCheck checks = GradCheck.within(1e-9);
        assertThat(checks.checkSecond(x -> x * x * x, 2.0).rows().getFirst().actual()).isEqualTo(12);
        checks.checkSecond(x -> x[0] * x[0] * x[1] + Math.exp(x[1]), new double[] {1, 2});
    }

    @Test
    void argumentsMayBeOverwritten() {
        double[] x = {2, 3};
        gradcheck(
                v -> {
                    v[0] *= v[1];
                    return v[0] * v[0];
                },
                x);
        assertThat(x).containsExactly(2, 3);
    }

    @Test
    void aWrongComponentIsShown() {
        Differentiator wrong = Fluxion.builder().rules(WrongRules.class).build();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> GradCheck.within(1e-9).using(wrong).check(Question.of((x, y) -> product(x, y), 2.0, 3.0)))
                .withMessage(
                        """
                        the gradient is not that of finite differences in 1 of 2 components
                            gradient   finite differences   relative difference
                        y   -2         2                    2.0e+00\
                        """);
    }

    @Test
    void aKinkIsNotJudged() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> gradcheck(x -> x > 1e-7 ? x : 2 * x, 0.0))
                .withMessageStartingWith("finite differences do not know enough digits here");
    }
}
