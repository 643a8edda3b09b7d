package dev.fluxion.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ValueAndGradient;

import org.junit.jupiter.api.Test;

final class PortfolioTest {

    private static final double[] RATES = {0.008, 0.021, 0.043};

    @Test
    void gradientIsThatOfFiniteDifferences() {
        ValueAndGradient<double[]> both = Portfolio.sensitivity(RATES);
        assertThat(both.value()).isEqualTo(Portfolio.value(Portfolio.BONDS, RATES));
        double step = 1e-6;
        for (int i = 0; i < RATES.length; i++) {
            double[] up = RATES.clone();
            double[] down = RATES.clone();
            up[i] += step;
            down[i] -= step;
            double slope = (Portfolio.value(Portfolio.BONDS, up) - Portfolio.value(Portfolio.BONDS, down)) / (2 * step);
            assertThat(both.gradient()[i]).isCloseTo(slope, within(1e-8 * Math.abs(slope)));
        }
    }

    /** The derivative of a payment at time t is -t times its value. */
    @Test
    void gradientIsTheDuration() {
        double expected = 0;
        for (Portfolio.Bond bond : Portfolio.BONDS) {
            if (bond.currency().equals("EUR")) {
                for (int year = 1; year <= bond.years(); year++) {
                    double payment = bond.face() * (bond.coupon() + (year == bond.years() ? 1 : 0));
                    expected -= year * payment * Math.exp(-RATES[1] * year) * 0.93;
                }
            }
        }
        assertThat(Portfolio.sensitivity(RATES).gradient()[1]).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }
}
