package dev.fluxion.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

/** Derivatives that differentiated code takes by an instance, or of a function that it did not write there. */
class NestedInstancesTest {

    static double op(double x) {
        return x * x;
    }

    @Rules(of = NestedInstancesTest.class)
    static final class Cubic {
        private Cubic() {}

        @Partial(of = "op", wrt = 0)
        static double op(double x, double y) {
            return 3 * x * x;
        }
    }

    private static final Differentiator AD = Fluxion.builder().rules(Cubic.class).build();

    private static double sum(double[] v) {
        return v[0] * v[0] * v[1];
    }

    @Test
    void instancesAreRefusedOnce() {
        assertOneReason(() -> AD.gradient(x -> AD.gradient(y -> op(y), x), 2.0), "gradient");
        assertOneReason(() -> Fluxion.gradient(x -> AD.gradient(y -> op(y) * x, x), 2.0), "gradient");
        assertOneReason(() -> Fluxion.gradient(x -> AD.gradient(v -> sum(v), x)[0], new double[] {1, 2}), "gradient");
        assertOneReason(() -> Fluxion.gradient(x -> AD.derivative(y -> op(y) * x).applyAsDouble(x), 2.0), "derivative");
    }

    private static void assertOneReason(Runnable taken, String method) {
        assertThatThrownBy(taken::run)
                .isInstanceOfSatisfying(
                        NotDifferentiableException.class, refused -> assertThat(refused.diagnostics()).hasSize(1))
                .hasMessageContaining("[FX-0114] cannot differentiate through dev.fluxion.Differentiator." + method)
                .hasMessageContaining("an instance has rules and settings of its own")
                .hasMessageContaining("try: Fluxion.gradient or Fluxion.derivative there");
    }

    @Test
    void staticMethodInsideTakesTheRulesOfTheInstanceAround() {
        DoubleFn f = x -> Fluxion.gradient(y -> op(y), x);
        assertThat(AD.gradient(f, 2.0)).isEqualTo(12);
        assertThat(Fluxion.gradient(f, 2.0)).isEqualTo(2);
    }

    @Test
    void functionFromElsewhere() {
        DoubleArrayFn f = v -> sum(v);
        double[] given =
                Fluxion.gradient(
                        x -> {
                            double[] g = Fluxion.gradient(f, x);
                            return g[0] * g[1];
                        },
                        new double[] {1, 2});
        double[] written =
                Fluxion.gradient(
                        x -> {
                            double[] g = Fluxion.gradient(v -> f.applyAsDouble(v), x);
                            return g[0] * g[1];
                        },
                        new double[] {1, 2});
        assertThat(given).containsExactly(12, 2);
        assertThat(written).containsExactly(12, 2);
    }
}
