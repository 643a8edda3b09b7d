package dev.fluxion.examples.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.Gradients2;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;

import org.junit.jupiter.api.Test;

/** How often rules and their pullbacks run, and rules of functions with several results. */
final class FactsRulesTest {

    /** What the rules count. */
    static final class Counts {
        static int rule;
        static int pullback;

        private Counts() {}

        static void reset() {
            rule = 0;
            pullback = 0;
        }
    }

    /** Functions with rules. */
    static final class Library {
        private Library() {}

        static double five(double x) {
            return 5 * x;
        }

        static double[] fiveAndSeven(double x) {
            return new double[] {5 * x, 7 * x};
        }

        static double[] three(double a, double b) {
            return new double[] {5 * a + 7 * b, 100 * a, 10 * b};
        }
    }

    /** Rules that count. */
    @Rules(of = Library.class)
    static final class LibraryRules {
        private LibraryRules() {}

        @Reverse(of = "five")
        static ValueAndPullback<Double, Double> five(double x) {
            Counts.rule++;
            return ValueAndPullback.of(
                    5 * x,
                    bar -> {
                        Counts.pullback++;
                        return 5 * bar;
                    });
        }

        @Reverse(of = "fiveAndSeven")
        static ValueAndPullback<double[], Double> fiveAndSeven(double x) {
            Counts.rule++;
            return ValueAndPullback.of(
                    Library.fiveAndSeven(x),
                    bar -> {
                        Counts.pullback++;
                        return 5 * bar[0] + 7 * bar[1];
                    });
        }

        @Reverse(of = "three")
        static ValueAndPullback<double[], Cotangents2<Double, Double>> three(double a, double b) {
            Counts.rule++;
            return ValueAndPullback.of(
                    Library.three(a, b),
                    bar -> {
                        Counts.pullback++;
                        return Cotangents2.of(5 * bar[0] + 100 * bar[1], 7 * bar[0] + 10 * bar[2]);
                    });
        }
    }

    private static final Differentiator WITH_RULES = Fluxion.builder().rules(LibraryRules.class).build();

    @Test
    void f383RuleOfTheFunctionItself() {
        Counts.reset();
        assertThat(WITH_RULES.gradient(x -> Library.five(x), 11)).isEqualTo(5);
        assertThat(Counts.rule).isEqualTo(1);
        assertThat(Counts.pullback).isEqualTo(1);
    }

    @Test
    void f383RuleOfAFunctionInside() {
        Counts.reset();
        assertThat(WITH_RULES.gradient(x -> 10 * Library.five(x), 11)).isEqualTo(50);
        assertThat(Counts.rule).isEqualTo(1);
        assertThat(Counts.pullback).isEqualTo(1);
    }

    @Test
    void f384RuleWithTwoResults() {
        Counts.reset();
        assertThat(WITH_RULES.gradient(x -> sum(Library.fiveAndSeven(x)), Math.PI)).isCloseTo(12, within(1e-14));
        assertThat(Counts.rule).isEqualTo(1);
        assertThat(Counts.pullback).isEqualTo(1);
    }

    @Test
    void f386RuleWithTwoArgumentsAndThreeResults() {
        Counts.reset();
        Gradients2 slopes = WITH_RULES.gradient((a, b) -> sum(Library.three(a, b)), Math.PI, 2 * Math.PI);
        assertThat(slopes).isEqualTo(new Gradients2(105, 17));
        assertThat(WITH_RULES.gradient(x -> sum(Library.three(x, x)), Math.PI)).isEqualTo(122);
        assertThat(Counts.rule).isEqualTo(2);
        assertThat(Counts.pullback).isEqualTo(2);
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element;
        }
        return sum;
    }
}
