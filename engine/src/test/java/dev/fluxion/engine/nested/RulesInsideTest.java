package dev.fluxion.engine.nested;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.Forward;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndTangent;

import org.junit.jupiter.api.Test;

/**
 * Derivatives that differentiated code takes itself see the rules of their own mode, whatever that around them is. The
 * rules here are wrong by factors that tell them apart.
 */
class RulesInsideTest {

    static final class Ops {
        private Ops() {}

        static double squares(double[] a) {
            double sum = 0;
            for (double each : a) {
                sum += each * each;
            }
            return sum;
        }
    }

    @Rules(of = Ops.class)
    static final class OpsRules {
        private OpsRules() {}

        /** A hundred times the gradient. */
        @Reverse(of = "squares")
        static ValueAndPullback<Double, double[]> squares(double[] a) {
            double[] at = a.clone();
            return ValueAndPullback.of(
                    Ops.squares(a),
                    bar -> {
                        double[] gradient = new double[at.length];
                        for (int i = 0; i < gradient.length; i++) {
                            gradient[i] = 200 * at[i] * bar;
                        }
                        return gradient;
                    });
        }

        /** A thousand times the tangent. */
        @Forward(of = "squares")
        static ValueAndTangent<Double> squares(double[] a, double[] da) {
            double tangent = 0;
            for (int i = 0; i < a.length; i++) {
                tangent += 2000 * a[i] * da[i];
            }
            return ValueAndTangent.of(Ops.squares(a), tangent);
        }
    }

    private static final Differentiator AD = Fluxion.builder().rules(OpsRules.class).build();

    @Test
    void reverseRulesInGradientsInside() {
        DoubleFn slope = x -> Fluxion.gradient((double y) -> Ops.squares(new double[] {y}), x);
        assertThat(AD.gradient(slope, 3.0)).isEqualTo(200);
        assertThat(AD.jvp(slope, 3.0, 1.0).tangent()).isEqualTo(200);
    }

    @Test
    void forwardRulesInTangentsInside() {
        DoubleFn slope = x -> Fluxion.jvp((double y) -> Ops.squares(new double[] {y}), x, 1).tangent();
        assertThat(AD.gradient(slope, 3.0)).isEqualTo(2000);
        assertThat(AD.jvp(slope, 3.0, 1.0).tangent()).isEqualTo(2000);
    }

    @Test
    void ofFunctionsThatAreFoundWhenTheCodeRuns() {
        DoubleFn squares = y -> Ops.squares(new double[] {y});
        assertThat(AD.gradient((double x) -> Fluxion.gradient(squares, x), 3.0)).isEqualTo(200);
        assertThat(AD.jvp((double x) -> Fluxion.gradient(squares, x), 3.0, 1.0).tangent()).isEqualTo(200);
        assertThat(AD.gradient((double x) -> Fluxion.jvp(squares, x, 1).tangent(), 3.0)).isEqualTo(2000);
        assertThat(AD.jvp((double x) -> Fluxion.jvp(squares, x, 1).tangent(), 3.0, 1.0).tangent()).isEqualTo(2000);
    }
}
