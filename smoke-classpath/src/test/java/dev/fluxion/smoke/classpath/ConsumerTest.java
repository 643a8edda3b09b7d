package dev.fluxion.smoke.classpath;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Gradients2;

import org.junit.jupiter.api.Test;

/** Derivatives on the class path, private methods included, with nothing opened. */
final class ConsumerTest {

    private static final double[] WEIGHTS = {1, 2, 3};

    private static double loss(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += WEIGHTS[i] * square(x[i]);
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void privateMethodsAndFieldsOfTheCallerAreReached() {
        assertThat(gradient(ConsumerTest::loss, new double[] {1, 1, 1})).containsExactly(2, 4, 6);
    }

    @Test
    void aFormulaIsDifferentiated() {
        assertThat(gradient((x, y) -> x * y, 2.0, 3.0)).isEqualTo(new Gradients2(3.0, 2.0));
        assertThat(derivative(derivative(x -> x * x * x)).applyAsDouble(2.0)).isEqualTo(12.0);
    }
}
