package dev.fluxion.engine.values;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.gradientOfCaptured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.tangent.Tangent;

import org.junit.jupiter.api.Test;

/** Gradients in what a function has captured, and captured arrays that are arguments as well. */
class CapturedValuesTest {

    private double field = 3;

    private double scaled(double x) {
        return field * field * x;
    }

    @Test
    void variablesByName() {
        double a = 4;
        double[] bias = {1, 2};
        double[][] w = {{5}};
        String text = "text";
        Tangent t = gradientOfCaptured(() -> a * a * bias[1] + w[0][0] * text.length());
        assertThat(t.number("a")).isEqualTo(16);
        assertThat(t.doubles("bias")).containsExactly(0, 16);
        assertThat(t.get("w", double[][].class)).isDeepEqualTo(new double[][] {{4}});
        assertThatThrownBy(() -> t.get("text")).hasMessageContaining("FX-0305");
    }

    @Test
    void functionsOfNumbers() {
        double a = 4;
        float b = 2;
        assertThat(gradientOfCaptured(x -> x * a * b, 5).number("a")).isEqualTo(10);
        assertThat(gradientOfCaptured(x -> x * a * b, 5).number("b")).isEqualTo(20);
        assertThat(gradientOfCaptured((x, y) -> x * a + y, 5, 6).number("a")).isEqualTo(5);
        assertThat(gradientOfCaptured(x -> x[0] * a, new double[] {7}).number("a")).isEqualTo(7);
    }

    @Test
    void theObjectAroundALambda() {
        assertThat(gradientOfCaptured(x -> scaled(x), 2).tangent("this").number("field")).isEqualTo(12);
        assertThat(gradientOfCaptured(this::scaled, 2).tangent("this").number("field")).isEqualTo(12);
    }

    /** A function that is an object. */
    static final class Line implements DoubleFn {
        private static final long serialVersionUID = 1L;
        double slope = 2;
        double[] offset = {1};

        @Override
        public double applyAsDouble(double x) {
            return slope * x + offset[0];
        }
    }

    @Test
    void objectsThatAreFunctions() {
        Tangent t = gradientOfCaptured(new Line(), 5);
        assertThat(t.number("slope")).isEqualTo(5);
        assertThat(t.doubles("offset")).containsExactly(1);
    }

    @Test
    void nothingCaptured() {
        assertThatThrownBy(() -> gradientOfCaptured(x -> x, 1)).hasMessageContaining("FX-0205");
    }

    @Test
    void aCapturedArrayThatIsTheArgumentIsOneArray() {
        double[] x = {2, 3};
        assertThat(gradient(w -> w[0] * x[0] + x[1], x)).containsExactly(4, 1);
        assertThat(gradient(w -> w[0] * x[0] + x[1], new double[] {5, 7})).containsExactly(2, 0);
        float[] y = {2, 3};
        assertThat(gradient(w -> w[0] * y[0], y)).containsExactly(4, 0);
        DoubleArrayGradient kept = Fluxion.gradient((double[] w) -> w[0] * x[0]);
        double[] out = {9, 9};
        assertThat(kept.into(x, out)).isEqualTo(4);
        assertThat(out).containsExactly(4, 0);
        kept.accumulate(x, out);
        assertThat(out).containsExactly(8, 0);
        assertThat(kept.withGradient(new double[] {5, 0}).gradient()).containsExactly(2, 0);
        assertThat(gradient((u, v) -> u[0] * v[0] * x[0], x, new double[] {5, 1}).first()).containsExactly(20, 0);
        assertThat(gradient((u, v) -> u[0] * v[0] * x[0], x, x).second()).containsExactly(12, 0);
        assertThat(gradient((u, v, z) -> u[0] * v[0] * z[0] * x[0], x, x, x).third()).containsExactly(32, 0);
    }

    @Test
    void aCapturedArrayThatIsWrittenAndTheArgument() {
        double[] x = {2, 3};
        double[] gradient =
                gradient(
                        w -> {
                            x[0] = w[0] * w[1];
                            return w[0] * w[0];
                        },
                        x);
        assertThat(gradient).containsExactly(2 * 6 * 3, 2 * 6 * 2);
        assertThat(x).containsExactly(6, 3);
    }

    @Test
    void sumsOfGradientsOfFunctionsThatWriteToTheirArgument() {
        DoubleArrayGradient g =
                Fluxion.gradient((double[] w) -> {
                    w[0] = 2 * w[0];
                    return w[0];
                });
        double[] sum = {5};
        g.accumulate(new double[] {1}, sum);
        assertThat(sum).containsExactly(7);
        g.into(new double[] {1}, sum);
        assertThat(sum).containsExactly(2);
    }
}
