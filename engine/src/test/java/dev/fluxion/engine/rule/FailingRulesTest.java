package dev.fluxion.engine.rule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;

import org.junit.jupiter.api.Test;

/** An exception of a rule's own code reaches the caller as it is; its trace shows the rule and the call. */
class FailingRulesTest {

    static double square(double x) {
        return x * x;
    }

    static double cube(double x) {
        return x * x * x;
    }

    @Rules(of = FailingRulesTest.class)
    static final class Failing {
        private Failing() {}

        @Partial(of = "square", wrt = 0)
        static double square(double x, double y) {
            if (y > 4) {
                throw new IllegalStateException("the partial fails above 4");
            }
            return 2 * x;
        }

        @Reverse(of = "cube")
        static ValueAndPullback<Double, Double> cube(double x) {
            return ValueAndPullback.of(
                    x * x * x,
                    bar -> {
                        if (x > 2) {
                            throw new IllegalStateException("the pullback fails above 2");
                        }
                        return 3 * x * x * bar;
                    });
        }
    }

    @Test
    void theTraceShowsTheRuleAndTheCall() {
        Differentiator fluxion = Fluxion.builder().rules(Failing.class).build();
        assertThatThrownBy(() -> fluxion.gradient(x -> square(x) * x, 3.0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the partial fails above 4")
                .hasStackTraceContaining("FailingRulesTest$Failing.square(FailingRulesTest.java:")
                .hasStackTraceContaining("FailingRulesTest.lambda$theTraceShowsTheRuleAndTheCall");
        assertThatThrownBy(() -> fluxion.gradient(x -> cube(x) * x, 3.0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the pullback fails above 2")
                .hasStackTraceContaining("FailingRulesTest$Failing.lambda$cube")
                .hasStackTraceContaining("FailingRulesTest.lambda$theTraceShowsTheRuleAndTheCall");
    }
}
