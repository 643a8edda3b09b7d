package dev.fluxion.cli.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.cli.point.FiniteDifferences.Estimate;

import org.junit.jupiter.api.Test;

import java.util.function.DoubleUnaryOperator;

final class FiniteDifferencesTest {

    @Test
    void smoothFunctionsToElevenDigits() {
        assertThat(estimate(Math::sin, 0.5).value()).isCloseTo(Math.cos(0.5), within(1e-11));
        assertThat(estimate(Math::exp, 2).value()).isCloseTo(Math.exp(2), within(1e-10));
        assertThat(estimate(x -> 1 / x, 1e-6).value()).isCloseTo(-1e12, within(1.0));
        assertThat(estimate(x -> x * x, 0).value()).isZero();
    }

    @Test
    void stepsThatLeaveTheDomainAreShortened() {
        double x = 0.001;
        DoubleUnaryOperator f = y -> y < 0.99 * x ? Double.NaN : Math.sqrt(y);
        Estimate estimate = estimate(f, x);
        assertThat(estimate.value()).isCloseTo(0.5 / Math.sqrt(x), within(1e-6));
        assertThat(estimate.agrees(0.5 / Math.sqrt(x))).isTrue();
    }

    @Test
    void noValueOnOneSideIsNoEstimate() {
        Estimate estimate = estimate(Math::sqrt, 0);
        assertThat(estimate.value()).isNaN();
        assertThat(estimate.agrees(Double.POSITIVE_INFINITY)).isTrue();
    }

    @Test
    void wrongDerivativesDoNotAgree() {
        Estimate estimate = estimate(Math::sin, 0.5);
        assertThat(estimate.agrees(Math.cos(0.5))).isTrue();
        assertThat(estimate.agrees(Math.cos(0.5) * (1 + 1e-5))).isFalse();
        assertThat(estimate.agrees(Double.NaN)).isFalse();
    }

    @Test
    void theKinkOfAMaximumDoesNotAgreeWithEitherSide() {
        Estimate estimate = estimate(x -> Math.max(x, 1), 1);
        assertThat(estimate.agrees(1)).isFalse();
        assertThat(estimate.agrees(0)).isFalse();
    }

    private static Estimate estimate(DoubleUnaryOperator f, double x) {
        return FiniteDifferences.partial(v -> f.applyAsDouble(v[0]), new double[] {x}, 0, 0.02);
    }
}
