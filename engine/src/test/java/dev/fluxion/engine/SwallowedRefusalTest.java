package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;

/**
 * A refusal that comes when the code runs is not for the program to catch: the gradient would be that of another way.
 */
class SwallowedRefusalTest {

    private static class Square implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double x) {
            return x * x;
        }
    }

    private static class Exact implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double x) {
            return new BigDecimal(x).doubleValue() * x;
        }
    }

    private static final DoubleUnaryOperator[] OPERATORS = {new Square(), new Exact()};

    private static DoubleUnaryOperator operator(int index) {
        return OPERATORS[index];
    }

    private static double through(DoubleUnaryOperator f, double x, int depth) {
        return depth > 100 ? through(f, x, depth - 1) : f.applyAsDouble(x);
    }

    private static void assertRefused(DoubleFn f) {
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> gradient(f, 1.5))
                    .isInstanceOf(NotDifferentiableException.class)
                    .hasMessageContaining("BigDecimal");
        }
    }

    @Test
    void caught() {
        assertRefused(x -> {
            try {
                return operator(1).applyAsDouble(x);
            } catch (RuntimeException e) {
                return x;
            }
        });
    }

    @Test
    void caughtAroundACall() {
        assertRefused(x -> {
            try {
                return through(operator(1), x, 3);
            } catch (RuntimeException e) {
                return x;
            }
        });
    }

    @Test
    void replacedByAReturn() {
        assertRefused(x -> {
            double y = x;
            boolean done = false;
            try {
                y = through(operator(1), x, 3);
                done = true;
            } finally {
                y = done ? y : 2 * y;
            }
            return y;
        });
    }

    @Test
    void thrownAgainAsAnotherOne() {
        assertRefused(x -> {
            try {
                return through(operator(1), x, 3);
            } catch (RuntimeException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void theTapeIsAsGoodAsNewAfterwards() {
        DoubleFn f =
                x -> {
                    try {
                        return operator(x > 1 ? 1 : 0).applyAsDouble(x);
                    } catch (RuntimeException e) {
                        return x;
                    }
                };
        var gradient = gradient(f);
        assertThatThrownBy(() -> gradient.at(1.5)).isInstanceOf(NotDifferentiableException.class);
        assertThat(gradient.at(0.5)).isEqualTo(1.0);
        assertThatThrownBy(() -> gradient.at(1.5)).isInstanceOf(NotDifferentiableException.class);
        assertThat(gradient.at(0.25)).isEqualTo(0.5);
    }
}
