package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.rule.VoidPullback;

import org.junit.jupiter.api.Test;

import java.util.function.DoubleUnaryOperator;

/** Methods with rules that write, and then throw what the program catches. */
class ThrowingRulesTest {

    private static final Differentiator AD = Fluxion.builder().rules(CellRules.class).build();

    static final class Cells {
        private Cells() {}

        static void set(double[] to, double value) {
            to[0] = value * value;
            if (value > 1) {
                throw new IllegalStateException("too large");
            }
        }

        static void checked(double[] to, double value) {
            if (value > 1) {
                throw new IllegalStateException("too large");
            }
            to[0] = value * value;
        }

        static double apply(DoubleUnaryOperator f, double x) {
            return f.applyAsDouble(x);
        }
    }

    @Rules(of = Cells.class)
    static final class CellRules {
        private CellRules() {}

        @Reverse(of = "set", writes = 0)
        static VoidPullback set(double[] to, double value) {
            Cells.set(to, value);
            return pullback(to, value);
        }

        @Reverse(of = "checked", writes = 0)
        static VoidPullback checked(double[] to, double value) {
            Cells.checked(to, value);
            return pullback(to, value);
        }

        private static VoidPullback pullback(double[] to, double value) {
            return adjoints -> {
                double bar = adjoints.of(to)[0];
                adjoints.of(to)[0] = 0;
                adjoints.addToArgument(1, 2 * value * bar);
            };
        }

        @Reverse(of = "apply")
        static ValueAndPullbackInPlace<Double> apply(DoubleUnaryOperator f, double x) {
            return ValueAndPullbackInPlace.of(
                    Cells.apply(f, x), (bar, adjoints) -> adjoints.addToArgument(1, adjoints.pullback(f, x, bar)));
        }
    }

    @Test
    void whatWasWrittenBeforeTheExceptionIsRefused() {
        DoubleArrayFn f =
                x -> {
                    double[] y = {x[1]};
                    try {
                        Cells.set(y, x[0]);
                    } catch (IllegalStateException tooLarge) {
                        return y[0];
                    }
                    return y[0] * x[1];
                };
        assertThat(AD.gradient(f, new double[] {0.5, 0.7})).containsExactly(new double[] {0.7, 0.25}, within(1e-15));
        assertThatThrownBy(() -> AD.gradient(f, new double[] {1.2, 0.7}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("threw an exception that the program catches");
    }

    @Test
    void anExceptionBeforeAnythingIsWrittenIsRight() {
        DoubleArrayFn f =
                x -> {
                    double[] y = {x[1] * x[1]};
                    try {
                        Cells.checked(y, x[0]);
                    } catch (IllegalStateException tooLarge) {
                        y[0] *= x[0];
                    }
                    return y[0];
                };
        assertThat(AD.gradient(f, new double[] {0.5, 0.7})).containsExactly(new double[] {1, 0}, within(1e-15));
        assertThat(AD.gradient(f, new double[] {2, 0.7})).containsExactly(new double[] {0.49, 2.8}, within(1e-15));
    }

    @Test
    void aFunctionThatWritesAndThrowsIsRefused() {
        DoubleArrayFn f =
                x -> {
                    double[] y = {x[1]};
                    try {
                        Cells.apply(
                                v -> {
                                    y[0] = v * v * y[0];
                                    if (v > 1) {
                                        throw new IllegalStateException("too large");
                                    }
                                    return v;
                                },
                                x[0]);
                    } catch (IllegalStateException tooLarge) {
                        return y[0];
                    }
                    return y[0];
                };
        assertThat(AD.gradient(f, new double[] {0.5, 0.7})).containsExactly(new double[] {0.7, 0.25}, within(1e-15));
        assertThatThrownBy(() -> AD.gradient(f, new double[] {1.2, 0.7}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("threw an exception that the program catches");
    }
}
