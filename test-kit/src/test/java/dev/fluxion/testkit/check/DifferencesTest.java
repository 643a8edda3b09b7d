package dev.fluxion.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.testkit.differences.Estimate;

import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void smoothFunctionsAreEstimatedWell() throws Throwable {
        Estimate estimate = Differences.partial(x -> Math.sin(x[0]) * x[1], new double[] {0.3, 2}, 0);
        assertThat(Differences.isTrusted(estimate)).isTrue();
        assertThat(estimate.value()).isCloseTo(2 * Math.cos(0.3), within(1e-9));
    }

    @Test
    void functionsThatAreSteepOnASmallScaleAreNotTrusted() throws Throwable {
        Estimate estimate = Differences.partial(x -> Math.sin(7e3 * x[0]), new double[] {0.01}, 0);
        assertThat(Differences.isTrusted(estimate)).isFalse();
    }
}
