package dev.fluxion.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ValueAndGradient;

import org.junit.jupiter.api.Test;

final class DiscountCurveTest {

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        double[] rates = {0.02, 0.022, 0.025, 0.024, 0.03, 0.028};
        double step = 1e-6;
        for (double term : new double[] {1, 4, 6, 8, 10, 12}) {
            ValueAndGradient<double[]> swap = DiscountCurve.parRate(rates, term);
            assertThat(swap.value()).isEqualTo(DiscountCurve.parRate(DiscountCurve.curve(rates), term));
            for (int i = 0; i < rates.length; i++) {
                double[] up = rates.clone();
                double[] down = rates.clone();
                up[i] += step;
                down[i] -= step;
                double slope =
                        (DiscountCurve.parRate(DiscountCurve.curve(up), term)
                                        - DiscountCurve.parRate(DiscountCurve.curve(down), term))
                                / (2 * step);
                assertThat(swap.gradient()[i]).as("term %s, rate %d", term, i).isCloseTo(slope, within(1e-9));
            }
        }
    }

    @Test
    void calibratedCurveGivesTheQuotes() {
        double[] rates = DiscountCurve.calibrate(DiscountCurve.QUOTES);
        for (int i = 0; i < rates.length; i++) {
            assertThat(DiscountCurve.parRate(DiscountCurve.curve(rates), DiscountCurve.TERMS.get(i)))
                    .isCloseTo(DiscountCurve.QUOTES[i], within(1e-14));
        }
        // a swap of one year pays once: exp(-r) = 1 / (1 + quote)
        assertThat(rates[0]).isCloseTo(Math.log1p(DiscountCurve.QUOTES[0]), within(1e-14));
    }
}
