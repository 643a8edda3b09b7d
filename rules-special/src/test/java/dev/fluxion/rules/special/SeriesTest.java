package dev.fluxion.rules.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.junit.jupiter.api.Test;

/** What the formulas need, against published values, sums of their definitions and other implementations. */
class SeriesTest {

    private static final double EULER = 0.5772156649015329;
    private static final double APERY = 1.2020569031595942;

    private static void assertClose(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    }

    @Test
    void polygammaOfOneAndAHalf() {
        // DLMF 5.4.12, 5.4.13; 5.15.2, 5.15.3
        assertClose(Polygamma.value(0, 1), -EULER, 1e-15);
        assertClose(Polygamma.value(0, 0.5), -EULER - 2 * Math.log(2), 1e-15);
        assertClose(Polygamma.value(1, 1), Math.PI * Math.PI / 6, 1e-15);
        assertClose(Polygamma.value(1, 0.5), Math.PI * Math.PI / 2, 1e-15);
        assertClose(Polygamma.value(2, 1), -2 * APERY, 1e-15);
        assertClose(Polygamma.value(2, 0.5), -14 * APERY, 1e-15);
        assertClose(Polygamma.value(3, 1), Math.pow(Math.PI, 4) / 15, 1e-15);
        assertClose(Polygamma.value(3, 0.5), Math.pow(Math.PI, 4), 1e-15);
    }

    @Test
    void polygammaIsTheSumOfItsPoles() {
        // DLMF 5.15.1: (-1)^(n+1) n! sum of (x + k)^(-n-1)
        for (int order = 3; order <= 12; order++) {
            for (double x : new double[] {0.3, 1, 2.7, 11, -0.4, -3.3}) {
                // the terms beyond 20,000, by the integral
                double sum = Math.pow(x + 20_000.5, -order) / order;
                double factorial = 1;
                for (int k = 20_000; k >= 0; k--) {
                    sum += Math.pow(x + k, -order - 1);
                }
                for (int i = 2; i <= order; i++) {
                    factorial *= i;
                }
                double expected = (order % 2 == 0 ? -1 : 1) * factorial * sum;
                assertThat(Polygamma.value(order, x) / expected).as(order + " " + x).isCloseTo(1, within(1e-11));
            }
        }
    }

    @Test
    void polygammaAgreesWithOtherImplementations() {
        for (double x = -4.9; x < 60; x += 0.37) {
            assertClose(Polygamma.value(0, x), Digamma.value(x), 1e-12);
            assertClose(Polygamma.value(1, x), Trigamma.value(x), 1e-11);
        }
        assertThat(Polygamma.value(0, 1e10)).isEqualTo(Math.log(1e10), within(1e-9));
    }

    @Test
    void polygammaAtItsPoles() {
        assertThat(Polygamma.value(0, 0)).isNaN();
        assertThat(Polygamma.value(0, -3)).isNaN();
        assertThat(Polygamma.value(1, -3)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Polygamma.value(2, Double.NaN)).isNaN();
        assertThatThrownBy(() -> Polygamma.value(21, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the order 21 is not between 0 and 20");
    }

    @Test
    void logarithmsOfFactorials() {
        double factorial = 1;
        for (int n = 1; n < 20; n++) {
            assertClose(LogGamma.value(n), Math.log(factorial), 1e-14);
            factorial *= n;
        }
        assertClose(LogGamma.value(0.5), Math.log(Math.PI) / 2, 1e-15);
        assertClose(LogGamma.ofBeta(2, 3), Math.log(1.0 / 12), 1e-14);
    }

    @Test
    void slopesOfIncompleteFunctionsMatchFiniteDifferences() {
        double h = 1e-4;
        for (double a : new double[] {0.3, 1, 2.5, 20, 150}) {
            for (double x : new double[] {0.2, 1, 2.6, 18, 40, 160}) {
                double slope = slope(RegularizedGamma.P::value, a, x, h);
                assertThat(IncompleteGamma.inA(a, x)).as("P " + a + " " + x).isCloseTo(slope, within(1e-9));
            }
            for (double b : new double[] {0.4, 1, 3, 30}) {
                for (double x : new double[] {0.01, 0.3, 0.5, 0.9, 0.99}) {
                    double inA = slope((p, q) -> RegularizedBeta.value(x, p, q), a, b, h);
                    double inB = slope((q, p) -> RegularizedBeta.value(x, p, q), b, a, h);
                    String where = "I " + x + " " + a + " " + b;
                    assertThat(IncompleteBeta.inA(x, a, b)).as(where).isCloseTo(inA, within(1e-9));
                    assertThat(IncompleteBeta.inB(x, a, b)).as(where).isCloseTo(inB, within(1e-9));
                }
            }
        }
    }

    private interface Two {
        double at(double a, double b);
    }

    /** The extrapolated central difference in the first argument, which is positive. */
    private static double slope(Two f, double a, double b, double step) {
        double h = step * Math.max(1, a);
        double coarse = (f.at(a + h, b) - f.at(a - h, b)) / (2 * h);
        double fine = (f.at(a + h / 2, b) - f.at(a - h / 2, b)) / h;
        return (4 * fine - coarse) / 3;
    }

    @Test
    void endsOfTheDomains() {
        assertThat(IncompleteGamma.inA(2, 0)).isZero();
        assertThat(IncompleteGamma.inA(2, Double.POSITIVE_INFINITY)).isZero();
        assertThat(IncompleteGamma.inA(2, -1)).isNaN();
        assertThat(IncompleteGamma.inX(1, 0)).isEqualTo(1);
        assertThat(IncompleteGamma.inX(2, 0)).isZero();
        assertThat(IncompleteGamma.inX(0.5, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(IncompleteBeta.inA(0, 2, 3)).isZero();
        assertThat(IncompleteBeta.inB(1, 2, 3)).isZero();
        assertThat(IncompleteBeta.inX(0, 1, 3)).isEqualTo(3, within(1e-14));
        assertThat(IncompleteBeta.inX(1, 1, 3)).isZero();
    }
}
