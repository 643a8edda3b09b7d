package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Gradients2;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Functions of statistics as users write them, branches for large arguments included; and polynomials. */
final class FactsLogExpTest {

    /** Published with ten digits. */
    private static final Offset<Double> TEN_DIGITS = within(5e-10);

    @Test
    void f279TimesItsLogarithm() {
        assertThat(gradient(x -> 2.5 * timesLog(x), 1.0)).isEqualTo(2.5);
        assertThat(gradient(x -> 2.5 * timesLog(x), 2.45)).isCloseTo(4.7402200613915895, within(1e-14));
    }

    private static double timesLog(double x) {
        return x == 0 ? 0 : x * Math.log(x);
    }

    @Test
    void f281Logistic() {
        assertThat(gradient(x -> 3 * logistic(x), 0.0)).isEqualTo(0.75);
        assertThat(gradient(x -> 3 * logistic(x), 1.0)).isCloseTo(0.5898357997, TEN_DIGITS);
        assertThat(gradient(x -> 3 * logistic(x), -1.0)).isCloseTo(0.5898357997, TEN_DIGITS);
        assertThat(gradient(x -> 3 * logistic(x), 5.0)).isCloseTo(0.0199441700, TEN_DIGITS);
        assertThat(gradient(x -> 3 * logistic(x), -5.0)).isCloseTo(0.0199441700, TEN_DIGITS);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void f282Logit() {
        assertThat(gradient(x -> 5 * Math.log(x / (1 - x)), 0.1)).isCloseTo(55.5555556, within(5e-8));
        assertThat(gradient(x -> 5 * Math.log(x / (1 - x)), 0.3)).isCloseTo(23.8095238, within(5e-8));
        assertThat(gradient(x -> 5 * Math.log(x / (1 - x)), 0.5)).isCloseTo(20.0, within(1e-13));
    }

    @Test
    void f283SoftPlusFromSmallToLarge() {
        assertThat(gradient(x -> 4.3 * softPlus(x), -1000.0)).isZero();
        assertThat(gradient(x -> 4.3 * softPlus(x), 0.0)).isCloseTo(2.15, within(1e-15));
        assertThat(gradient(x -> 4.3 * softPlus(x), 18.0)).isCloseTo(4.3 * 0.9999999847700205, within(1e-14));
        assertThat(gradient(x -> 4.3 * softPlus(x), 33.3)).isCloseTo(4.3 * 0.9999999999999964, within(1e-14));
        assertThat(gradient(x -> 4.3 * softPlus(x), 100.0)).isCloseTo(4.3, within(1e-14));
    }

    @Test
    void f284SoftPlus() {
        assertThat(gradient(x -> 2.5 * softPlus(x), 1.0)).isCloseTo(1.8276464466, TEN_DIGITS);
        assertThat(gradient(x -> 2.5 * softPlus(x), 2.45)).isCloseTo(2.3014036270, TEN_DIGITS);
    }

    private static double softPlus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    @Test
    void f286LogarithmOfASumOfExponentials() {
        Gradients2 g = gradient((x, y) -> logAddExp(x, y), 1.0, 2.0);
        assertThat(g.first()).isCloseTo(0.2689414214, TEN_DIGITS);
        assertThat(g.second()).isCloseTo(0.7310585786, TEN_DIGITS);
        assertThat(gradient((x, y) -> logAddExp(x, y), 5.0, 5.0)).isEqualTo(new Gradients2(0.5, 0.5));
    }

    private static double logAddExp(double x, double y) {
        return x > y ? x + Math.log1p(Math.exp(y - x)) : y + Math.log1p(Math.exp(x - y));
    }

    @Test
    void f287LogarithmOfADifferenceOfExponentials() {
        Gradients2 g = gradient((x, y) -> logSubExp(x, y), 1.0, 2.0);
        assertThat(g.first()).isCloseTo(-0.5819767069, TEN_DIGITS);
        assertThat(g.second()).isCloseTo(1.5819767069, TEN_DIGITS);
        Gradients2 h = gradient((x, y) -> logSubExp(x, y), 1.0, -1.0);
        assertThat(h.first()).isCloseTo(1.1565176427, TEN_DIGITS);
        assertThat(h.second()).isCloseTo(-0.1565176427, TEN_DIGITS);
    }

    private static double logSubExp(double x, double y) {
        return x > y ? x + Math.log(-Math.expm1(y - x)) : y + Math.log(-Math.expm1(x - y));
    }

    @Test
    void f291PolynomialInItsArgumentAndItsCoefficients() {
        double[] coefficients = {1, 2, 3};
        assertThat(gradient(x -> polynomial(coefficients, x), 3.0)).isEqualTo(20.0);
        double point = 3;
        assertThat(gradient(c -> polynomial(c, point), coefficients)).containsExactly(1, 3, 9);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
