package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Pullback;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;

import org.junit.jupiter.api.Test;

/**
 * What a pullback or partial calls may be found when it runs. In a second derivative it remembers things while the
 * first one's still lie on the tape.
 */
class DispatchInPullbacksTest {

    private static final Differentiator AD = Fluxion.builder().rules(OpsRules.class).build();

    interface Weight {
        double of(double x);
    }

    /** A square, so that its integral is a third of its product with the bound. */
    record Power(double exponent) implements Weight {
        @Override
        public double of(double x) {
            return Math.pow(x, exponent);
        }
    }

    /** Another square, which remembers something. */
    record Product(int factors) implements Weight {
        @Override
        public double of(double x) {
            double product = 1;
            for (int i = 0; i < factors; i++) {
                product *= x;
            }
            return product;
        }
    }

    static final class Ops {
        private Ops() {}

        static double times(double a, double b) {
            return a * b;
        }

        static double integral(Weight weight, double to) {
            return to * weight.of(to) / 3;
        }
    }

    @Rules(of = Ops.class)
    static final class OpsRules {
        private OpsRules() {}

        /** One of two pullbacks, so that it is called through its interface. */
        @Reverse(of = "times")
        static ValueAndPullback<Double, Cotangents2<Double, Double>> times(double a, double b) {
            Pullback<Double, Cotangents2<Double, Double>> pullback;
            if (a < 0) {
                pullback = bar -> Cotangents2.of(b * bar, a * bar);
            } else {
                pullback = bar -> Cotangents2.of(bar * b, bar * a);
            }
            return ValueAndPullback.of(a * b, pullback);
        }

        @Partial(of = "integral", wrt = 1)
        static double integrand(Weight weight, double to, double result) {
            return weight.of(to);
        }
    }

    @Test
    void pullbacksBehindTheirInterface() {
        DoubleFn cube = x -> Ops.times(x, Ops.times(x, x));
        assertThat(AD.derivative(cube).applyAsDouble(3)).isEqualTo(27);
        assertThat(AD.derivative(AD.derivative(cube)).applyAsDouble(3)).isEqualTo(18);
    }

    @Test
    void callsInPartialsInLoops() {
        Weight[] weights = {new Power(2), new Product(2), new Power(2)};
        DoubleFn f =
                x -> {
                    double sum = x;
                    for (Weight weight : weights) {
                        sum = Ops.integral(weight, sum) + Math.sin(sum);
                    }
                    return sum;
                };
        DoubleFn first = AD.derivative(f);
        double h = 1e-5;
        double slope = (first.applyAsDouble(0.4 + h) - first.applyAsDouble(0.4 - h)) / (2 * h);
        assertThat(AD.derivative(first).applyAsDouble(0.4)).isCloseTo(slope, within(1e-8));
    }
}
