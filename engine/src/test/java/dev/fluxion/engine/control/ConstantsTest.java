package dev.fluxion.engine.control;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.ignoreDerivatives;
import static dev.fluxion.Fluxion.isDifferentiating;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.stopGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Numbers through which no derivative flows: of numbers, arrays, records, lists, and of code. */
class ConstantsTest {

    @SuppressWarnings("ArrayRecordComponent")
    record Weights(double slope, double[] offsets) {}

    @Test
    void aConstantFactorDoesNotCount() {
        DoubleFn f = x -> x * stopGradient(x * x);
        assertThat(f.applyAsDouble(3)).isEqualTo(27);
        assertThat(gradient(f, 3)).isEqualTo(9);
        assertThat(jvp(f, 3, 1).tangent()).isEqualTo(9);
        assertThat(derivative(derivative(f)).applyAsDouble(3)).isZero();
        assertThat(hessian(f, 3)).isZero();
    }

    @Test
    void aDerivativeInsideSeesTheConstantToo() {
        DoubleFn f = x -> x * derivative(y -> y * y * stopGradient(y) * x).applyAsDouble(x);
        // 2 y * y x x at y = x: 2 x^4, of which one factor x is held: the inner one of y
        assertThat(f.applyAsDouble(2)).isEqualTo(32);
        assertThat(gradient(f, 2)).isEqualTo(2 * 3 * 4 * 2);
    }

    @Test
    void anArrayIsCopiedAndTheCopyIsConstant() {
        DoubleArrayFn f =
                w -> {
                    double[] held = stopGradient(w);
                    held[0] += 1;
                    return w[0] * held[0] + w[1] * held[1];
                };
        double[] x = {2, 5};
        assertThat(f.applyAsDouble(x)).isEqualTo(31);
        assertThat(x).containsExactly(2, 5);
        assertThat(gradient(f, x)).containsExactly(3, 5);
        assertThat(jvp((Fn<double[], Double>) f::applyAsDouble, x, new double[] {1, 2}).tangent()).isEqualTo(13);
        assertThat(hessian(f, x)).isDeepEqualTo(new double[2][2]);
    }

    @Test
    void varyingNumbersStoredInACopyCount() {
        DoubleArrayFn f =
                w -> {
                    double[] held = stopGradient(w);
                    held[0] = w[1] * w[1];
                    return held[0] + held[1];
                };
        assertThat(gradient(f, new double[] {2, 5})).containsExactly(0, 10);
    }

    @Test
    void recordsListsAndMapsAreCopied() {
        Weights weights = new Weights(3, new double[] {1, 2});
        Weights gradient =
                gradient(
                        w -> {
                            Weights held = stopGradient(w);
                            return w.slope() * held.slope() + w.offsets()[1] * held.offsets()[1];
                        },
                        weights);
        assertThat(gradient.slope()).isEqualTo(3);
        assertThat(gradient.offsets()).containsExactly(0, 2);
        assertThat(gradient((List<Double> w) -> w.get(0) * stopGradient(w).get(0), List.of(4.0, 5.0)))
                .containsExactly(4.0, 0.0);
        assertThat(stopGradient(Map.of("a", 1.5))).isEqualTo(Map.of("a", 1.5));
        assertThat(stopGradient(new double[][] {{1}, {2}})).isDeepEqualTo(new double[][] {{1}, {2}});
        assertThatThrownBy(() -> stopGradient(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("identity of its own");
    }

    @Test
    void codeThatIsIgnoredRunsPlainly() {
        int[] runs = {0};
        DoubleFn f =
                x -> {
                    double y =
                            ignoreDerivatives(() -> {
                                runs[0]++;
                                return isDifferentiating() ? Double.NaN : x * x;
                            });
                    return x * y;
                };
        assertThat(gradient(f, 3)).isEqualTo(9);
        assertThat(runs[0]).isEqualTo(1);
        assertThat(jvp(f, 3, 1).tangent()).isEqualTo(9);
        assertThat(hessian(f, 3)).isZero();
        assertThat(derivative(derivative(f)).applyAsDouble(3)).isZero();
    }

    @Test
    void whatIgnoredCodeGivesIsACopy() {
        DoubleArrayFn f =
                w -> {
                    double[] same = ignoreDerivatives(() -> w);
                    return w[0] * same[0];
                };
        assertThat(gradient(f, new double[] {7})).containsExactly(7);
        assertThat(jvp((Fn<double[], Double>) f::applyAsDouble, new double[] {7}, new double[] {1}).tangent())
                .isEqualTo(7);
    }

    @Test
    void ignoredCodeThatWritesToWhatVariesIsRefused() {
        DoubleArrayFn f =
                w -> {
                    double[] a = {w[0]};
                    ignoreDerivatives(() -> a[0] = 1);
                    return a[0] * w[0];
                };
        assertThatThrownBy(() -> gradient(f, new double[] {3})).isInstanceOf(NotDifferentiableException.class);
    }
}
