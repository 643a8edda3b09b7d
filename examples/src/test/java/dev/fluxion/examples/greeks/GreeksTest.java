package dev.fluxion.examples.greeks;

import static dev.fluxion.Fluxion.jvp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Fluxion;
import dev.fluxion.examples.greeks.Greeks.Second;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published figures, closed forms, and the equations that the models obey. */
final class GreeksTest {

    @Test
    void blackScholesHasThePublishedGreeks() {
        var first = Greeks.first(Greeks.TEXTBOOK);
        assertDigits(first.value(), 10.45058357218557);
        assertDigits(first.gradient().spot(), 0.6368306511756191);
        assertDigits(first.gradient().volatility(), 37.52403469169379);
        assertDigits(first.gradient().rate(), 53.23248154537634);
        Second second = Greeks.second(Greeks.TEXTBOOK);
        assertDigits(second.gamma(), 0.01876201734584689);
        assertDigits(second.vanna(), -0.2814302601877034);
        assertDigits(second.volga(), 9.850059106569619);
    }

    /** Alan Lewis has published the prices with the parameters. */
    @Test
    void pricesImplyTheParameters() {
        Calibration.Fit fit = Calibration.from(Greeks.GUESS);
        Calibration.Parameters found = fit.parameters();
        assertThat(found.variance()).isCloseTo(0.04, within(1e-7));
        assertThat(found.reversion()).isCloseTo(4, within(1e-6));
        assertThat(found.mean()).isCloseTo(0.25, within(1e-7));
        assertThat(found.deviation()).isCloseTo(1, within(1e-6));
        assertThat(found.correlation()).isCloseTo(-0.5, within(1e-7));
        assertThat(fit.jacobians()).isLessThan(40);
    }

    /** Hull, Options, Futures and Other Derivatives, in the digits that the book prints. */
    @Test
    void blackScholesHasTheGreeksOfTheTextbook() {
        BlackScholes call = new BlackScholes(49, 50, 0.05, 0.20, 0.3846);
        BlackScholes first = Greeks.first(call).gradient();
        assertThat(call.price()).isCloseTo(2.40, within(0.005));
        assertThat(first.spot()).isCloseTo(0.522, within(0.0005));
        assertThat(Greeks.second(call).gamma()).isCloseTo(0.066, within(0.0005));
        assertThat(first.volatility()).isCloseTo(12.1, within(0.05));
        assertThat(first.rate()).isCloseTo(8.91, within(0.005));
        assertThat(-first.time() / 365).isCloseTo(-0.0118, within(0.00005));
        assertThat(call.price()).isCloseTo(2.4004611, within(5e-8));
        assertThat(first.spot()).isCloseTo(0.5216016, within(5e-8));
        assertThat(Greeks.second(call).gamma()).isCloseTo(0.0655454, within(5e-8));
        assertThat(first.volatility()).isCloseTo(12.1052428, within(5e-8));
        assertThat(first.rate()).isCloseTo(8.9065741, within(5e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 0.05, 0.2, 1",
        "49, 50, 0.05, 0.2, 0.3846",
        "80, 100, 0.01, 0.35, 2.5",
        "120, 90, 0, 0.1, 0.1"
    })
    void blackScholesHasTheClosedForms(double spot, double strike, double rate, double volatility, double time) {
        BlackScholes call = new BlackScholes(spot, strike, rate, volatility, time);
        double root = Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + volatility * volatility / 2) * time) / (volatility * root);
        double d2 = d1 - volatility * root;
        double density = Math.exp(-d1 * d1 / 2) / Math.sqrt(2 * Math.PI);
        double gamma = density / (spot * volatility * root);
        double vega = spot * density * root;
        BlackScholes first = Greeks.first(call).gradient();
        Second second = Greeks.second(call);
        assertDigits(first.volatility(), vega);
        assertThat(first.rate()).isCloseTo(time * (spot * first.spot() - call.price()), within(1e-11));
        assertDigits(first.strike(), (call.price() - spot * first.spot()) / strike);
        assertDigits(second.gamma(), gamma);
        assertDigits(second.vanna(), -density * d2 / volatility);
        assertDigits(second.volga(), vega * d1 * d2 / volatility);
        assertDigits(Greeks.speed(call), -gamma / spot * (d1 / (volatility * root) + 1));
        double drift = volatility * volatility * spot * spot * gamma / 2 + rate * spot * first.spot();
        assertDigits(first.time(), drift - rate * call.price());
    }

    @ParameterizedTest
    @CsvSource({
        "80, 26.774758743998854",
        "90, 20.933349000596710",
        "100, 16.070154917028834",
        "110, 12.132211516709845",
        "120, 9.024913483457836"
    })
    void hestonHasThePublishedPrices(double strike, double price) {
        assertDigits(Greeks.LEWIS.struckAt(strike).price(), price);
        assertDigits(Greeks.first(Greeks.LEWIS.struckAt(strike)).value(), price);
    }

    /** Computed once with thirty digits by code that has the published prices to twenty. */
    @Test
    void hestonHasTheGreeksOfThirtyDigits() {
        Heston greeks = Greeks.first(Greeks.LEWIS).gradient();
        assertDigits(greeks.spot(), 0.599471325750028);
        assertDigits(greeks.rate(), 43.87697765797398);
        assertDigits(greeks.dividend(), -59.94713257500282);
        assertDigits(greeks.time(), 9.433276318333922);
        assertDigits(greeks.variance(), 10.17926540447951);
        assertDigits(greeks.reversion(), 0.6898541766911623);
        assertDigits(greeks.mean(), 32.56013347410968);
        assertDigits(greeks.deviation(), -1.113171498217011);
        assertDigits(greeks.correlation(), 0.9498327394792375);
    }

    /**
     * The equation of Heston holds first and second derivatives together; prices are homogeneous in spot and strike.
     */
    @ParameterizedTest
    @CsvSource({
        "100, 0.01, 0.02, 1, 0.04, 4, 0.25, 1, -0.5",
        "80, 0.01, 0.02, 1, 0.04, 4, 0.25, 1, -0.5",
        "120, 0.03, 0, 2, 0.09, 1.5, 0.06, 0.4, -0.7",
        "95, 0, 0.01, 5, 0.02, 0.5, 0.04, 0.6, 0.3"
    })
    void hestonObeysItsEquation(
            double strike,
            double r,
            double q,
            double time,
            double v,
            double kappa,
            double theta,
            double sigma,
            double rho) {
        double s = 100;
        Heston call = new Heston(s, strike, r, q, time, v, kappa, theta, sigma, rho);
        double price = call.price();
        Heston first = Greeks.first(call).gradient();
        Second second = Greeks.second(call);
        double diffusion =
                v * s * s * second.gamma() / 2
                        + rho * sigma * v * s * second.vanna()
                        + sigma * sigma * v * second.volga() / 2;
        double drift = (r - q) * s * first.spot() + kappa * (theta - v) * first.variance();
        assertThat(diffusion + drift - r * price).isCloseTo(first.time(), within(1e-10));
        assertThat(s * first.spot() + strike * first.strike()).isCloseTo(price, within(1e-11));
        assertThat(first.dividend()).isCloseTo(-s * time * first.spot(), within(1e-10));
        assertThat(first.rate()).isCloseTo(-time * strike * first.strike(), within(1e-10));
        double inStrike = Fluxion.hessian(k -> call.struckAt(k).price(), strike);
        assertThat(second.gamma() * s * s).isCloseTo(inStrike * strike * strike, within(1e-9));
    }

    @Test
    void forwardAgreesWithReverseAndBothWithDifferences() {
        Heston call = Greeks.LEWIS;
        Heston first = Greeks.first(call).gradient();
        Second second = Greeks.second(call);
        assertDigits(jvp(s -> call.at(s, call.variance()).price(), 100.0, 1.0).tangent(), first.spot());
        assertDigits(jvp(v -> call.at(call.spot(), v).price(), 0.04, 1.0).tangent(), first.variance());
        double h = 1e-4;
        Heston up = Greeks.first(call.at(100, 0.04 + h)).gradient();
        Heston down = Greeks.first(call.at(100, 0.04 - h)).gradient();
        assertThat(second.vanna()).isCloseTo((up.spot() - down.spot()) / (2 * h), within(1e-6));
        assertThat(second.volga()).isCloseTo((up.variance() - down.variance()) / (2 * h), within(1e-3));
        double gamma =
                (Greeks.first(call.at(100 + h, 0.04)).gradient().spot()
                                - Greeks.first(call.at(100 - h, 0.04)).gradient().spot())
                        / (2 * h);
        assertThat(second.gamma()).isCloseTo(gamma, within(1e-9));
    }

    private static void assertDigits(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(2e-13 * Math.max(1, Math.abs(expected))));
    }
}
