package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ArrayGradients2;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.Gradients2;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

/**
 * What the interface does: values beside gradients, rules of one's own, several arguments, random numbers, searches.
 */
final class FactsInterfaceTest {

    @Test
    void f067DerivativeInsideThatDependsOnACapture() {
        // Zygote's forward mode drops what is captured, and gives (3, nothing)
        assertThat(gradient((a, b) -> inner(a, b), 2.0, 3.0)).isEqualTo(new Gradients2(3, 2));
    }

    private static double inner(double a, double b) {
        DoubleFn slope = derivative(z -> z * z / 2 * b);
        return slope.applyAsDouble(a);
    }

    @Test
    void f369ValueBesideTheGradient() {
        var vg = withGradient((x, y) -> x / y, 1.0, 2.0);
        assertThat(vg.value()).isEqualTo(0.5);
        assertThat(vg.gradient()).isEqualTo(new Gradients2(0.5, -0.25));
    }

    @Test
    void f372PowersByALengthPlusANumber() {
        ArrayGradients2 slopes = gradient((x, y) -> powersPlus(x, y), new double[] {7, 11}, new double[] {0});
        assertThat(slopes.first()).containsExactly(14, 22);
        assertThat(slopes.second()).containsExactly(2);
    }

    private static double powersPlus(double[] x, double[] y) {
        int exponent = x.length;
        double sum = 0;
        for (double v : x) {
            sum += Math.pow(v, exponent) + y[0];
        }
        return sum;
    }

    @Test
    void f373NothingDependsOnTheArguments() {
        assertThat(gradient((x, y) -> constant(x, y), 10.4, 2.0)).isEqualTo(new Gradients2(0, 0));
    }

    private static double constant(double x, double y) {
        return Math.floor(x) + Math.rint(y);
    }

    @Test
    void f374FunctionWithoutArguments() throws NoSuchMethodException {
        var none = FactsInterfaceTest.class.getDeclaredMethod("nothing");
        assertThatThrownBy(() -> gradient(none))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageStartingWith("[FX-0205]");
    }

    static double nothing() {
        return 1;
    }

    /** Functions with rules. */
    static final class Library {
        private Library() {}

        static double reversed(double x) {
            return x;
        }

        static double ignored(double x) {
            return x;
        }

        static double given(double x, double y) {
            return x * y;
        }

        static double failing(double x) {
            return x;
        }
    }

    @Rules(of = Library.class)
    @NonDifferentiable(of = "ignored")
    static final class LibraryRules {
        private LibraryRules() {}

        @Partial(of = "reversed", wrt = 0)
        static double reversed(double x, double result) {
            return -1;
        }

        @Partial(of = "given", wrt = 0)
        static double first(double x, double y, double result) {
            return 1;
        }

        @Partial(of = "given", wrt = 1)
        static double second(double x, double y, double result) {
            return 2;
        }

        @Partial(of = "failing", wrt = 0)
        static double failing(double x, double result) {
            throw new IllegalStateException("bad");
        }
    }

    private static final dev.fluxion.Differentiator WITH_RULES = Fluxion.builder().rules(LibraryRules.class).build();

    @Test
    void f378GradientTurnedRoundOnItsWay() {
        assertThat(WITH_RULES.gradient((a, b) -> Library.reversed(a) * b, 2.0, 3.0)).isEqualTo(new Gradients2(-3, 2));
    }

    @Test
    void f381IgnoredFactor() {
        assertThat(WITH_RULES.gradient(x -> Library.ignored(x) * x, 1.0)).isEqualTo(1);
    }

    @Test
    void f382RuleIsTakenAtItsWord() {
        assertThat(WITH_RULES.gradient((x, y) -> Library.given(x, y), 5.0, 7.0)).isEqualTo(new Gradients2(1, 2));
    }

    @Test
    void f388RuleForNumbersIsUsedForElementsOfArrays() {
        assertThat(WITH_RULES.gradient((double[] x) -> Library.reversed(x[0]), new double[] {3})).containsExactly(-1);
    }

    @Test
    void f389MethodWithoutARuleIsRefusedWhereItIsUsed() {
        assertThatThrownBy(() -> gradient(x -> x * unknown(x), 0.1))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FactsInterfaceTest.unknown");
    }

    private static native double unknown(double x);

    @Test
    void f393RuleThatThrows() {
        assertThatThrownBy(() -> WITH_RULES.gradient(x -> Library.failing(x), 2.0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bad");
    }

    @Test
    void f398OneArrayAsTwoArguments() {
        double[] x = {3};
        ArrayGradients2 slopes = gradient((a, b) -> cubed(a, b), x, x);
        assertThat(slopes.first()).containsExactly(216);
        assertThat(slopes.second()).containsExactly(216);
    }

    private static double cubed(double[] a, double[] b) {
        return Math.pow(a[0] + b[0], 3);
    }

    @Test
    void f402RandomNumbersAreConstants() {
        assertThat(gradient(x -> new Random((long) x).nextDouble() + Math.random() + 0 * Math.floor(x), 1.0)).isZero();
    }

    @Test
    void f403PlaceInASortedArray() {
        assertThat(gradient(x -> place(x), 3.5)).isZero();
    }

    private static double place(double x) {
        return -1 - Arrays.binarySearch(new double[] {1, 2, 3, 4, 5}, x);
    }
}
