package dev.fluxion.testkit.differences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CentralDifferencesTest {

    @Test
    void smoothFunctionsAreKnownToTwelveDigits() {
        for (double x = -4; x < 4; x += 0.37) {
            double at = x;
            Estimate sine = CentralDifferences.STANDARD.at(t -> Math.sin(at + t));
            assertThat(sine.value()).isCloseTo(Math.cos(x), within(1e-12));
            assertThat(sine.error()).isLessThan(1e-11);
            Estimate exp = CentralDifferences.STANDARD.at(t -> Math.exp(at + t));
            assertThat(exp.value()).isCloseTo(Math.exp(x), within(2e-12 * (1 + Math.exp(x))));
        }
    }

    @Test
    void theErrorIsSeenWhereItIsLarge() {
        assertThat(CentralDifferences.STANDARD.at(t -> Math.abs(t + 1e-5)).isWithin(1e-9, 1e-9)).isFalse();
        assertThat(CentralDifferences.STANDARD.at(t -> Math.sin(1e4 * t)).isWithin(1e-9, 1e-9)).isFalse();
        Estimate kink = CentralDifferences.STANDARD.at(t -> t > 0 ? t : 2 * t);
        assertThat(kink.value()).isCloseTo(1.5, within(1e-9));
        assertThat(kink.error()).isCloseTo(0.5, within(1e-9));
        assertThat(CentralDifferences.STANDARD.at(t -> Double.NaN).error()).isInfinite();
    }

    @Test
    void stepsFollowTheScale() {
        Estimate large = CentralDifferences.STANDARD.at(t -> (1e6 + t) * (1e6 + t), 1e6);
        assertThat(large.value()).isCloseTo(2e6, within(1e-5));
        Estimate small = CentralDifferences.STANDARD.at(t -> Math.log(1e-6 + t), 1e-6);
        assertThat(small.value()).isCloseTo(1e6, within(1e-4));
    }

    @Test
    void floatsAreKnownToFourDigits() {
        Estimate estimate = CentralDifferences.SINGLE.at(t -> (float) Math.sin((float) (0.5 + t)));
        assertThat(estimate.value()).isCloseTo(Math.cos(0.5), within(1e-4));
    }

    @Test
    void valuesThatAreDifferencesThemselvesAreAsPreciseAsWhatTheyComeFrom() {
        Estimate hidden = CentralDifferences.STANDARD.at(t -> 1e8 + Math.sin(t) - 1e8);
        Estimate told = CentralDifferences.STANDARD.at(t -> 1e8 + Math.sin(t) - 1e8, 1, 1e8);
        assertThat(Math.abs(told.value() - 1)).isLessThan(told.error());
        assertThat(told.error()).isGreaterThan(hidden.error());
    }
}
