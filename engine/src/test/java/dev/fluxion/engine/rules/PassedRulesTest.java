package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Forward;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndTangent;

import org.junit.jupiter.api.Test;

/** A rule that is of no use for what is derived is told of where the method's own code is in the way. */
class PassedRulesTest {

    /** A library in native code, which no test runs. */
    static final class Native {
        private Native() {}

        static native double squared(double x);

        static native double cubed(double x);

        static double doubled(double x) {
            return 2 * x;
        }
    }

    @Rules(of = Native.class)
    static final class NativeRules {
        private NativeRules() {}

        @Reverse(of = "squared")
        static ValueAndPullback<Double, Double> squared(double x) {
            return ValueAndPullback.of(x * x, bar -> 2 * x * bar);
        }

        @Forward(of = "cubed")
        static ValueAndTangent<Double> cubed(double x, double dx) {
            return ValueAndTangent.of(x * x * x, 3 * x * x * dx);
        }

        @Reverse(of = "doubled")
        static ValueAndPullback<Double, Double> doubled(double x) {
            return ValueAndPullback.of(2 * x, bar -> 2 * bar);
        }
    }

    @Test
    void theMessageTellsOfTheRuleThatIsPassedBy() {
        Differentiator fluxion = Fluxion.builder().rules(NativeRules.class).build();
        assertThat(fluxion.gradient(x -> Native.squared(x), 3.0)).isEqualTo(6);
        assertThatThrownBy(() -> fluxion.jvp(x -> Native.squared(x), 3.0, 1.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("cannot differentiate the native method " + Native.class.getName() + ".squared")
                .hasMessageContaining(
                        "forward mode takes the method's own code, not its reverse rule "
                                + NativeRules.class.getName()
                                + ".squared")
                .hasMessageContaining("try: reverse mode (gradient, pullback)")
                .hasMessageNotContaining("try: a rule");
    }

    @Test
    void ownCodeThatCanBeDifferentiatedIs() {
        Differentiator fluxion = Fluxion.builder().rules(NativeRules.class).build();
        assertThat(fluxion.jvp(x -> Native.doubled(x), 3.0, 1.0).tangent()).isEqualTo(2.0);
    }
}
