package dev.fluxion.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.basics.value.ValueDerivatives;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values published with Strata's own tests' parameters, and Strata's derivative written by hand at run time. */
final class SabrTest {

    private final Sabr sabr;

    SabrTest() throws NoSuchMethodException {
        sabr = new Sabr();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.055, 0.045, 0.01, 0.03, 0.08, 0.2})
    void agreesWithTheDerivativeWrittenByHandOffTheMoney(double strike) {
        ValueDerivatives theirs = sabr.theirs(strike);
        double[] ours = sabr.oursInTheirOrder(strike);
        assertThat(sabr.ours(strike).value()).isEqualTo(sabr.volatility(strike));
        for (int i = 0; i < 6; i++) {
            double expected = theirs.getDerivative(i);
            assertThat(ours[i]).as("derivative %d", i).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        }
    }

    /** Both cancel there, each in its own way. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0499, 0.0501})
    void agreesToNineDigitsCloseToTheMoney(double strike) {
        ValueDerivatives theirs = sabr.theirs(strike);
        double[] ours = sabr.oursInTheirOrder(strike);
        for (int i = 0; i < 6; i++) {
            double expected = theirs.getDerivative(i);
            assertThat(ours[i]).as("derivative %d", i).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    @Test
    void hasThePublishedSensitivitiesAboveTheMoney() {
        assertClose(
                0.055,
                0.22412402525841574,
                -0.5441767810152377,
                -1.552358668701208,
                4.503542633173133,
                -0.6709446606759757,
                0.040750485751046256,
                0.044933514712270285);
    }

    @Test
    void hasThePublishedSensitivitiesBelowTheMoney() {
        assertClose(
                0.045,
                0.2462739792962351,
                0.267655433274693,
                -2.927302942003357,
                4.733834429056655,
                -0.7298442836516679,
                0.002013665394288995,
                0.07577556589312319);
    }

    @Test
    void differentiatesTheBranchTakenAtTheMoney() {
        double[] ours = sabr.oursInTheirOrder(0.05);
        assertThat(sabr.ours(0.05).value()).isCloseTo(0.23347699580986064, within(1e-15));
        assertThat(ours[0]).isCloseTo(-2.31713, within(5e-6));
        assertThat(ours[1]).isZero();
        assertThat(sabr.theirs(0.05).getDerivative(0)).isCloseTo(-0.11442, within(5e-6));
        assertThat(sabr.theirs(0.05).getDerivative(1)).isCloseTo(-2.20270, within(5e-6));
        assertThat(ours[2]).isCloseTo(4.6342530534862725, within(1e-12));
        assertThat(ours[3]).isCloseTo(-0.7018703855361537, within(1e-12));
        assertThat(ours[4]).isCloseTo(0.021312305898749058, within(1e-12));
        assertThat(ours[5]).isCloseTo(0.053761848138275545, within(1e-12));
    }

    @Test
    void warnsOfTheBranchOnEquality() throws NoSuchMethodException {
        assertThat(Sabr.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("SabrHaganVolatilityFunctionProvider.java:"));
    }

    private void assertClose(double strike, double value, double... six) {
        assertThat(sabr.ours(strike).value()).isEqualTo(value);
        double[] ours = sabr.oursInTheirOrder(strike);
        for (int i = 0; i < 6; i++) {
            assertThat(ours[i]).as("derivative %d", i).isCloseTo(six[i], within(1e-12 * Math.abs(six[i])));
        }
    }
}
