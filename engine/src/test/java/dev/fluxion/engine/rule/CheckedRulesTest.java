package dev.fluxion.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.rule.VoidPullback;

import org.junit.jupiter.api.Test;

import java.util.function.DoubleUnaryOperator;

/** What is said in checked mode of rules that give NaN or infinity, or overwrite what is not their own. */
class CheckedRulesTest {

    static double root(double x) {
        return Math.sqrt(x);
    }

    static double share(double x, double y, int kind) {
        return x / (x + y) + kind;
    }

    static float half(float x) {
        return x / 2;
    }

    static double cubic(double x) {
        return x * x * x;
    }

    static double product(double x, double y) {
        return x * y;
    }

    static double norm(double[] x) {
        return Math.sqrt(x[0] * x[0] + x[1] * x[1]);
    }

    static double dot(double[] x, double[] y) {
        return x[0] * y[0] + x[1] * y[1];
    }

    static double[] doubled(double[] x) {
        return new double[] {2 * x[0], 2 * x[1]};
    }

    static double first(double[] x, int kind) {
        return x[0];
    }

    static void scale(double factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    static double area(Box box) {
        return box.sides[0] * box.sides[1];
    }

    /** Holds an array that its rule looks into. */
    static final class Box {
        final double[] sides;

        Box(double[] sides) {
            this.sides = sides;
        }
    }

    private static final Differentiator CHECKED = Fluxion.builder().rules(Bad.class).checkedRules(true).build();
    private static final Differentiator PLAIN = Fluxion.builder().rules(Bad.class).checkedRules(false).build();

    @Rules(of = CheckedRulesTest.class)
    static final class Bad {
        private Bad() {}

        @Partial(of = "root", wrt = 0)
        static double root(double x, double y) {
            return 0.5 / y;
        }

        @Partial(of = "share", wrt = 0)
        static double share(double x, double y, int kind, double share) {
            return y / Math.sqrt(-x);
        }

        @Partial(of = "half", wrt = 0)
        static float half(float x, float y) {
            return (float) (1 / Math.floor(x));
        }

        @Reverse(of = "cubic")
        static ValueAndPullback<Double, Double> cubic(double x) {
            return ValueAndPullback.of(x * x * x, bar -> 3 * (x * x * x) / x * bar);
        }

        @Reverse(of = "product")
        static ValueAndPullback<Double, Cotangents2<Double, Double>> product(double x, double y) {
            return ValueAndPullback.of(x * y, bar -> Cotangents2.of(bar * y, bar * x));
        }

        @Reverse(of = "norm")
        static ValueAndPullback<Double, double[]> norm(double[] x) {
            double norm = CheckedRulesTest.norm(x);
            return ValueAndPullback.of(norm, bar -> new double[] {x[0] / norm * bar, x[1] / norm * bar});
        }

        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] x, double[] y) {
            double[] work = new double[2];
            return ValueAndPullback.of(
                    CheckedRulesTest.dot(x, y),
                    bar -> {
                        work[0] += bar * y[0];
                        work[1] += bar * y[1];
                        return Cotangents2.of(work, new double[] {bar * x[0], bar * x[1]});
                    });
        }

        @Reverse(of = "doubled")
        static ValueAndPullback<double[], double[]> doubled(double[] x) {
            double[][] alias = {x};
            return ValueAndPullback.of(
                    CheckedRulesTest.doubled(x),
                    bar -> {
                        alias[0][0] = 2 * bar[0];
                        alias[0][1] = 2 * bar[1];
                        return alias[0].clone();
                    });
        }

        @Reverse(of = "first")
        static ValueAndPullbackInPlace<Double> first(double[] x, int kind) {
            return ValueAndPullbackInPlace.of(
                    x[0],
                    (bar, adjoints) -> {
                        if (kind == 0) {
                            x[1] = 0;
                        }
                        adjoints.add(x, 0, kind == 1 ? bar / 0 : bar);
                    });
        }

        @Reverse(of = "scale", writes = 1)
        static VoidPullback scale(double factor, double[] x) {
            double[] before = x.clone();
            CheckedRulesTest.scale(factor, x);
            return adjoints -> {
                double[] bar = adjoints.take(x);
                adjoints.addToArgument(0, (bar[0] * before[0] + bar[1] * before[1]) / (factor - 3));
                adjoints.add(x, new double[] {factor * bar[0], factor * bar[1]});
            };
        }

        @Reverse(of = "area")
        static ValueAndPullback<Double, Box> area(Box box) {
            double[] sides = box.sides;
            return ValueAndPullback.of(
                    sides[0] * sides[1], bar -> new Box(new double[] {bar * sides[1], bar * sides[0]}));
        }
    }

    @Test
    void partialsThatAreInfinite() {
        assertThat(PLAIN.gradient(x -> root(x), 0.0)).isInfinite();
        assertThat(CHECKED.gradient(x -> root(x), 4.0)).isEqualTo(0.25);
        assertThatThrownBy(() -> CHECKED.gradient(x -> root(x), 0.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessage(
                        """
                        [FX-0410] the rule dev.fluxion.engine.rule.CheckedRulesTest$Bad.root (module dev.fluxion.engine) gave the partial derivative Infinity in argument 0
                            because all that went in is finite: arguments (0.0), value 0.0, cotangent 1.0
                            try: correcting the rule, or leaving it out: @OptOut in a provider with overrides = true; no checkedRules, if the method has a singular point here        more: docs/errors/FX-0410.md\
                        """)
                .hasStackTraceContaining("CheckedRulesTest.lambda$partialsThatAreInfinite");
    }

    @Test
    void partialsThatAreNotANumber() {
        assertThat(PLAIN.gradient(x -> share(x, 1, 2), 3.0)).isNaN();
        assertThatThrownBy(() -> CHECKED.gradient(x -> share(x, 1, 2), 3.0))
                .hasMessageContaining("[FX-0410] the rule")
                .hasMessageContaining("gave the partial derivative NaN in argument 0")
                .hasMessageContaining("arguments (3.0, 1.0, 2), value 2.75, cotangent 1.0");
    }

    @Test
    void partialsInFloat() {
        assertThatThrownBy(() -> CHECKED.gradient(x -> 0.5f * half((float) x), 0.5))
                .hasMessageContaining("gave the partial derivative Infinity in argument 0")
                .hasMessageContaining("arguments (0.5), value 0.25, cotangent 0.5");
    }

    /** What comes in as NaN or infinity goes on; nobody has promised anything of it. */
    @Test
    void numbersThatAreNotFiniteBeforeAreNoFaultOfTheRule() {
        assertThat(CHECKED.gradient(x -> share(x, 1, 2), Double.NaN)).isNaN();
        assertThat(CHECKED.gradient(x -> cubic(x), Double.POSITIVE_INFINITY)).isNaN();
        assertThat(CHECKED.gradient(x -> Math.log(x) * root(x), 0.0)).isInfinite();
        assertThat(CHECKED.gradient(x -> Double.NaN * root(x), 0.0)).isNaN();
        assertThat(CHECKED.gradient(x -> norm(x), new double[] {0, Double.NaN})).containsOnly(Double.NaN);
    }

    /** A finite partial of a large cotangent: the product overflows, as products do. */
    @Test
    void overflowIsNoFaultOfTheRule() {
        assertThat(CHECKED.gradient(x -> 1e300 * root(x), 1e-40)).isInfinite();
    }

    @Test
    void cotangentsThatAreNotFinite() {
        assertThat(PLAIN.gradient(x -> cubic(x), 0.0)).isNaN();
        assertThat(CHECKED.gradient(x -> cubic(x), 2.0)).isEqualTo(12);
        assertThatThrownBy(() -> CHECKED.gradient(x -> cubic(x), 0.0))
                .hasMessageContaining("Bad.cubic (module dev.fluxion.engine) gave NaN in the cotangent of argument 0")
                .hasMessageContaining("arguments (0.0), value 0.0, cotangent 1.0");
        assertThat(CHECKED.gradient(x -> norm(x), new double[] {3, 4})).containsExactly(0.6, 0.8);
        assertThatThrownBy(() -> CHECKED.gradient(x -> norm(x), new double[2]))
                .hasMessage(
                        """
                        [FX-0410] the rule dev.fluxion.engine.rule.CheckedRulesTest$Bad.norm (module dev.fluxion.engine) gave NaN as number 0 of 2 in the cotangent of argument 0
                            because all that went in is finite: arguments (double[2]), value 0.0, cotangent 1.0
                            try: correcting the rule, or leaving it out: @OptOut in a provider with overrides = true; no checkedRules, if the method has a singular point here        more: docs/errors/FX-0410.md\
                        """);
    }

    @Test
    void adjointsThatAreNotFinite() {
        assertThat(CHECKED.gradient(x -> first(x, 2), new double[] {1, 2})).containsExactly(1, 0);
        assertThatThrownBy(() -> CHECKED.gradient(x -> first(x, 1), new double[] {1, 2}))
                .hasMessageContaining("gave Infinity as number 0 of 2 in the cotangent of argument 0")
                .hasMessageContaining("arguments (double[2], 1), value 1.0, cotangent 1.0");
        assertThatThrownBy(() -> CHECKED.gradient(x -> scaled(x), 3.0))
                .hasMessageContaining("gave Infinity in the cotangent of argument 0")
                .hasMessageContaining("arguments (3.0, double[2])\n");
    }

    private static double scaled(double x) {
        double[] y = {x, 1};
        scale(x, y);
        return y[0];
    }

    @Test
    void pullbacksThatWriteToWhatTheyHaveCaptured() {
        assertThatThrownBy(() -> CHECKED.gradient(x -> dot(x, x), new double[] {1, 2}))
                .hasMessage(
                        """
                        [FX-0411] the rule dev.fluxion.engine.rule.CheckedRulesTest$Bad.dot (module dev.fluxion.engine) does not keep its numbers to itself
                            because its pullback wrote to a double[2] that it has captured
                            try: a copy of the array, made by the rule's method for what is read later, by the pullback for what is written        more: docs/errors/FX-0411.md\
                        """);
    }

    @Test
    void pullbacksThatWriteToArguments() {
        assertThatThrownBy(() -> CHECKED.gradient(x -> doubled(x)[0], new double[] {1, 2}))
                .hasMessageContaining("[FX-0411]")
                .hasMessageContaining("Bad.doubled (module dev.fluxion.engine)")
                .hasMessageContaining("its pullback wrote to argument 0");
        assertThatThrownBy(() -> CHECKED.gradient(x -> first(x, 0), new double[] {1, 2}))
                .hasMessageContaining("its pullback wrote to argument 0");
    }

    /** The rule has captured the program's array instead of a copy: the derivative is silently wrong. */
    @Test
    void programsThatWriteToWhatAPullbackHasCaptured() {
        assertThat(PLAIN.gradient(x -> areaAndOverwritten(x), 3.0)).isEqualTo(0);
        assertThat(CHECKED.gradient(x -> area(new Box(new double[] {x, 2})), 3.0)).isEqualTo(2);
        assertThatThrownBy(() -> CHECKED.gradient(x -> areaAndOverwritten(x), 3.0))
                .hasMessageContaining("[FX-0411]")
                .hasMessageContaining("before its pullback ran, somebody wrote to a double[2] that it has captured");
    }

    private static double areaAndOverwritten(double x) {
        double[] sides = {x, 2};
        double area = area(new Box(sides));
        sides[1] = 0;
        return area;
    }

    @Test
    void secondDerivatives() {
        DoubleUnaryOperator second = CHECKED.derivative(CHECKED.derivative(x -> cubic(x) * root(x)));
        assertThat(second.applyAsDouble(4.0)).isCloseTo(3.5 * 2.5 * Math.pow(4, 1.5), within(1e-10));
        assertThatThrownBy(() -> second.applyAsDouble(0.0)).hasMessageContaining("[FX-0410]");
        assertThat(CHECKED.derivative(CHECKED.derivative(x -> product(x, x * x))).applyAsDouble(2.0)).isEqualTo(12);
        assertThat(CHECKED.derivative(CHECKED.derivative(x -> norm(new double[] {x, 4}))).applyAsDouble(3.0))
                .isCloseTo(16 / 125.0, within(1e-15));
    }
}
