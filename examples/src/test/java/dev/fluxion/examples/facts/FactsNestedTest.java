package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.isDifferentiating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;

import org.junit.jupiter.api.Test;

/** Derivatives of derivatives, and derivatives inside functions that are differentiated. */
final class FactsNestedTest {

    @Test
    void f062SecondDerivativeOfSine() {
        DoubleFn second = derivative(derivative(x -> Math.sin(x)));
        assertThat(second.applyAsDouble(0.5)).isCloseTo(-0.479425538604203, within(1e-15));
    }

    @Test
    void f062SecondDerivativeOfSineByAnInnerLambda() {
        assertThat(gradient(x -> gradient(y -> Math.sin(y), x), 0.5)).isCloseTo(-0.479425538604203, within(1e-15));
    }

    @Test
    void f063InnerDerivativeThatCapturesOnlyASummand() {
        assertThat(gradient(x -> x * gradient(y -> x + y, 1), 1.0)).isEqualTo(1.0);
    }

    @Test
    void f064InnerDerivativeThatCapturesAFactor() {
        assertThat(gradient(x -> x * gradient(y -> x * y, 1), 4.0)).isEqualTo(8.0);
    }

    @Test
    void f069SumOfAGradient() {
        assertThat(gradient(x -> sum(gradient(y -> sumOfSquares(y), x)), new double[] {1, 2})).containsExactly(2, 2);
    }

    @Test
    void f071SumOfAGradientThroughLogarithms() {
        double[] g = gradient(x -> sum(gradient(y -> sumOfSquaredLogs(y), x)), new double[] {1, 2});
        assertThat(g).containsExactly(new double[] {2, 2}, within(1e-14));
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += Math.abs(element);
        }
        return sum;
    }

    private static double sumOfSquares(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element * element;
        }
        return sum;
    }

    private static double sumOfSquaredLogs(double[] x) {
        double sum = 0;
        for (double element : x) {
            double log = Math.log(2 * Math.exp(element));
            sum += log * log;
        }
        return sum;
    }

    @Test
    void f072FunctionThatAsksWhetherItIsDifferentiated() {
        assertThat(flagged(4)).isEqualTo(32.0);
        assertThat(derivative(derivative(x -> flagged(x))).applyAsDouble(4.0)).isEqualTo(2.0);
    }

    private static double flagged(double x) {
        return isDifferentiating() ? x * x : 2 * x * x;
    }

    @Test
    void f076SineOfCosine() {
        assertThat(gradient(x -> Math.sin(Math.cos(x)), 0.5)).isCloseTo(-0.30635890918999453, within(1e-15));
    }

    @Test
    void f077SecondDerivativeOfCosine() {
        DoubleFn second = derivative(derivative(Math::cos));
        assertThat(second.applyAsDouble(0.5)).isCloseTo(-0.8775825618903728, within(1e-15));
    }

    @Test
    void f078InnerGradientInAFunctionMadeOnce() {
        DoubleFn outer = derivative(x -> x * gradient(y -> x * y, 1));
        assertThat(outer.applyAsDouble(4.0)).isEqualTo(8.0);
    }

    @Test
    void f079PowerWithALoopInside() {
        assertThat(derivative(x -> cube(x)).applyAsDouble(2.0)).isEqualTo(12.0);
    }

    @Test
    void loopsDifferentiateTwiceAndThrice() {
        DoubleFn first = derivative(x -> cube(x));
        DoubleFn second = derivative(first);
        DoubleFn third = derivative(second);
        assertThat(second.applyAsDouble(2.0)).isEqualTo(12.0);
        assertThat(third.applyAsDouble(2.0)).isEqualTo(6.0);
        assertThat(derivative(third).applyAsDouble(2.0)).isZero();
    }

    private static double cube(double x) {
        double r = 1;
        for (int n = 3; n > 0; n--) {
            r *= x;
        }
        return r;
    }

    @Test
    void sineToFifthOrder() {
        DoubleFn f = x -> Math.sin(x);
        double[] expected = {
            0.8775825618903728, -0.479425538604203, -0.8775825618903728, 0.479425538604203, 0.8775825618903728
        };
        for (double value : expected) {
            f = derivative(f);
            assertThat(f.applyAsDouble(0.5)).isCloseTo(value, within(1e-14));
        }
    }

    @Test
    void f084ModulusOfAComplexNumber() {
        assertThat(derivative(x -> Math.hypot(x, 2)).applyAsDouble(1.0)).isCloseTo(0.4472135954999579, within(1e-15));
    }
}
