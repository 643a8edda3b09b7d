package dev.fluxion.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

final class SessionTest {

    @Test
    void theDerivativeOfALineIsItsSlope() {
        assertThat(Session.ofALine()).isEqualTo(5.0);
    }

    @Test
    void theWholeDerivativeFoldsToTheConstant() {
        assertThat(Session.explainLine().adjointIr().strip().lines()).last().asString().matches(".*ret 5\\.0.*|}");
        assertThat(Session.explainLine().adjointIr()).contains("ret 5.0").doesNotContain(" mul ", " add ");
    }

    @Test
    void aFunctionChosenByAStringIsDifferentiated() {
        assertThat(Session.ofFunction("sin")).isEqualTo(0.5403023058681398);
        assertThat(Session.ofFunction("cos")).isCloseTo(-0.8414709848078965, within(1e-15));
        assertThat(Session.ofFunction("tan")).isCloseTo(3.425518820814759, within(1e-15));
    }

    @Test
    void theSineComesBackAfterFourDerivatives() {
        List<Double> values = Session.sine(5, 1);
        double[] expected = {Math.cos(1), -Math.sin(1), -Math.cos(1), Math.sin(1), Math.cos(1)};
        for (int i = 0; i < 5; i++) {
            assertThat(values.get(i)).isCloseTo(expected[i], within(1e-15));
        }
    }
}
