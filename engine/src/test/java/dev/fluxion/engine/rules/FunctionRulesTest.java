package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.tangent.NoTangent;

import org.junit.jupiter.api.Test;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Rules of methods that are given functions differentiate these: means, solvers, maps. */
class FunctionRulesTest {

    private static final double STEP = 1e-5;
    private static final Differentiator AD = Fluxion.builder().rules(FunctionalRules.class).build();

    static final class Functional {
        private Functional() {}

        static double mean(DoubleUnaryOperator f, double[] points) {
            double sum = 0;
            for (double point : points) {
                sum += f.applyAsDouble(point);
            }
            return sum / points.length;
        }

        static double twice(ToDoubleFunction<double[]> f, double[] x) {
            return 2 * f.applyAsDouble(x);
        }

        static double both(DoubleBinaryOperator f, double x, double y) {
            return f.applyAsDouble(x, y) * f.applyAsDouble(x, y);
        }

        static double[] applied(UnaryOperator<double[]> f, double[] x) {
            return f.apply(x).clone();
        }

        /** The root, by bisection: nothing that could be differentiated. */
        static double root(DoubleUnaryOperator f, double from, double to) {
            double low = from;
            double high = to;
            for (int i = 0; i < 200; i++) {
                double middle = (low + high) / 2;
                if (f.applyAsDouble(middle) > 0) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return low;
        }

        static double ignoring(DoubleUnaryOperator f, double x) {
            return f.applyAsDouble(x);
        }
    }

    @Rules(of = Functional.class)
    static final class FunctionalRules {
        private FunctionalRules() {}

        @Reverse(of = "mean")
        static ValueAndPullbackInPlace<Double> mean(DoubleUnaryOperator f, double[] points) {
            double[] at = points.clone();
            return ValueAndPullbackInPlace.of(
                    Functional.mean(f, points),
                    (bar, adjoints) -> {
                        for (int i = 0; i < at.length; i++) {
                            adjoints.add(points, i, adjoints.pullback(f, at[i], bar / at.length));
                        }
                    });
        }

        @Reverse(of = "twice")
        static ValueAndPullbackInPlace<Double> twice(ToDoubleFunction<double[]> f, double[] x) {
            double[] at = x.clone();
            return ValueAndPullbackInPlace.of(
                    Functional.twice(f, x), (bar, adjoints) -> adjoints.add(x, adjoints.pullback(f, at, 2 * bar)));
        }

        @Reverse(of = "both")
        static ValueAndPullbackInPlace<Double> both(DoubleBinaryOperator f, double x, double y) {
            double once = f.applyAsDouble(x, y);
            return ValueAndPullbackInPlace.of(
                    once * once,
                    (bar, adjoints) -> {
                        double[] bars = adjoints.pullback(f, x, y, 2 * once * bar);
                        adjoints.addToArgument(1, bars[0]);
                        adjoints.addToArgument(2, bars[1]);
                    });
        }

        @Reverse(of = "applied")
        static ValueAndPullbackInPlace<double[]> applied(UnaryOperator<double[]> f, double[] x) {
            double[] at = x.clone();
            return ValueAndPullbackInPlace.of(
                    Functional.applied(f, x), (bar, adjoints) -> adjoints.add(x, adjoints.pullback(f, at, bar)));
        }

        @Reverse(of = "root")
        static ValueAndPullbackInPlace<Double> root(DoubleUnaryOperator f, double from, double to) {
            double root = Functional.root(f, from, to);
            return ValueAndPullbackInPlace.of(
                    root,
                    (bar, adjoints) -> {
                        double slope = adjoints.apart().pullback(f, root, 1);
                        adjoints.pullback(f, root, -bar / slope);
                    });
        }

        /** Wrong where the function has captured something active, which it says is not so. */
        @Reverse(of = "ignoring")
        static ValueAndPullback<Double, Cotangents2<NoTangent, Double>> ignoring(DoubleUnaryOperator f, double x) {
            return ValueAndPullback.of(f.applyAsDouble(x), bar -> Cotangents2.of(NoTangent.NO_TANGENT, bar));
        }
    }

    private static void check(DoubleArrayFn f, double... x) {
        double[] gradient = AD.gradient(f, x.clone());
        for (int i = 0; i < x.length; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += STEP;
            down[i] -= STEP;
            double slope = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * STEP);
            assertThat(gradient[i]).as("partial %d", i).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void capturedArray() {
        check(x -> Functional.mean(v -> v * v * x[0] + Math.sin(x[1] * v), x), 0.5, 1.5, 2.5);
    }

    @Test
    void capturedNumber() {
        check(
                x -> {
                    double c = x[0] * x[1];
                    return Functional.mean(v -> v * v * c, new double[] {x[2], x[0]}) * c;
                },
                0.5,
                1.5,
                2.5);
    }

    @Test
    void functionsOfArrays() {
        check(
                x -> {
                    double[] weights = {x[0] * 2, x[1]};
                    double[] point = {x[2], x[1] * x[0]};
                    return Functional.twice(p -> p[0] * weights[0] + p[1] * p[1] * weights[1], point) * x[0];
                },
                0.5,
                1.5,
                2.5);
    }

    @Test
    void functionsOfTwoNumbers() {
        check(x -> Functional.both((a, b) -> a * b * b + x[2] * a, x[0] * x[1], x[1]), 0.5, 1.5, 2.5);
    }

    @Test
    void functionsFromArraysToArrays() {
        check(
                x -> {
                    double[] y = Functional.applied(p -> new double[] {p[0] * x[1], p[1] * p[2]}, x);
                    return y[0] * y[1];
                },
                0.5,
                1.5,
                2.5);
    }

    @Test
    void rootsMoveWithWhatTheFunctionHasCaptured() {
        check(x -> Functional.root(y -> y * y * y - x[0] - y * x[1], 1, 4) * x[2], 5, 1, 0.7);
    }

    @Test
    void insideOfLoops() {
        check(
                x -> {
                    double sum = 0;
                    for (int i = 0; i < 3; i++) {
                        double c = x[i] + sum;
                        sum += Functional.mean(v -> v * c * c, new double[] {x[0], sum});
                    }
                    return sum;
                },
                0.5,
                1.5,
                0.25);
    }

    @Test
    void noTangentForFunctionThatHasCapturedSomethingActive() {
        assertThatThrownBy(() -> AD.gradient(x -> Functional.ignoring(v -> v + x[0] * 2, x[1]), new double[] {1, 2}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0407]")
                .hasMessageContaining("NoTangent");
    }

    @Test
    void secondDerivativesAreRefused() {
        assertThatThrownBy(() ->
                        AD.derivative(AD.derivative(x -> Functional.both((a, b) -> a * b, x, x))).applyAsDouble(2))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("cannot take a second derivative through a rule");
    }

    /** A method that the receiver's class chooses. */
    interface Step {
        double of(double x);
    }

    record Both(double factor) implements Step {
        @Override
        public double of(double x) {
            return Functional.both((a, b) -> a * b * factor, x, x);
        }
    }

    record Linear(double factor) implements Step {
        @Override
        public double of(double x) {
            return factor * x;
        }
    }

    @Test
    void secondDerivativesAreRefusedWhereTheClassChooses() {
        Step[] steps = {new Linear(2), new Both(3)};
        assertThatThrownBy(() ->
                        AD.derivative(
                                        AD.derivative(x -> {
                                            double y = x;
                                            for (Step step : steps) {
                                                y = step.of(y);
                                            }
                                            return y;
                                        }))
                                .applyAsDouble(2))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("cannot take a second derivative through a rule that pulls back through");
    }
}
