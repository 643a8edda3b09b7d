package dev.fluxion.testkit.assertion;

import static dev.fluxion.testkit.assertion.FluxionAssertions.assertThatGradient;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

class GradientAssertTest {

    record Point(double x, double y) {}

    static double square(double x) {
        return x * x;
    }

    @Rules(of = GradientAssertTest.class)
    static final class WrongRules {
        @Partial(of = "square", wrt = 0)
        static double wrong(double x, double result) {
            return x;
        }
    }

    @Test
    void rightGradientsPass() {
        assertThatGradient(x -> Math.exp(x), 0.5).matchesFiniteDifferences().hasValue(Math.exp(0.5));
        assertThatGradient(x -> x * x, 3.0).isEqualTo(6.0);
        assertThatGradient((x, y) -> x * y, 2.0, 3.0).isGradient(3.0, 2.0).matchesFiniteDifferences();
        assertThatGradient(x -> x[0] * x[1], new double[] {2, 3}).isEqualTo(new double[] {3, 2});
        assertThatGradient(p -> p.x() * p.y(), new Point(2, 3)).isEqualTo(new Point(3, 2));
        assertThatGradient(x -> Math.sin(x), 0.3).within(1e-12).isEqualTo(Math.cos(0.3));
    }

    @Test
    void thePointMayFollow() {
        assertThatGradient((double x) -> x * x).at(3.0).isEqualTo(6.0);
        assertThatGradient((double[] x) -> x[0] * x[1]).at(new double[] {2, 3}).matchesFiniteDifferences();
        assertThatGradient((Point p) -> p.x() * p.y()).at(new Point(2, 3)).matchesFiniteDifferences();
        DoubleFn f = Math::cbrt;
        assertThatGradient(f).at(2.0).within(1e-10).matchesFiniteDifferences();
    }

    @Test
    void refusalsAreExpected() {
        assertThatGradient(x -> new BigDecimal(x).doubleValue(), 1.0).isRefusedWith(ErrorId.NO_RULE);
    }

    @Test
    void wrongGradientsFail() {
        Differentiator wrong = Fluxion.builder().rules(WrongRules.class).build();
        fails(
                () -> assertThatGradient(x -> square(x), 3.0).using(wrong).matchesFiniteDifferences(),
                """
                the gradient is not that of finite differences in 1 of 1 components
                    gradient   finite differences   relative difference
                x   3          6                    5.0e-01\
                """);
        fails(
                () -> assertThatGradient(x -> x[0] * x[1], new double[] {2, 3}).isEqualTo(new double[] {3, 1}),
                "the gradient is not the expected one\nx[1] is 2.0, where 1.0 belongs");
        fails(
                () -> assertThatGradient(x -> x[0], new double[] {2, 3}).isEqualTo(1.0),
                "what is expected has the wrong type or shape: x: java.lang.Double, where double[] belongs");
        fails(() -> assertThatGradient(x -> x * x, 3.0).hasValue(8), "the value is 9.0, where 8.0 belongs");
        fails(
                () -> assertThatGradient(x -> x * x, 3.0).isRefusedWith(ErrorId.NO_RULE),
                "it is differentiated: [6.0], where a refusal with FX-0107 belongs");
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessage(message);
    }
}
