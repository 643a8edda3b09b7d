package dev.fluxion.rules.special;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.GammaRatio;
import org.apache.commons.numbers.gamma.IncompleteBeta;
import org.apache.commons.numbers.gamma.IncompleteGamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.hipparchus.special.BesselJ;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** First and second derivatives of the functions of both libraries, end to end. */
class SpecialRulesTest {

    @Test
    void gammaFunctions() {
        for (double x : new double[] {0.2, 0.9, 1.5, 3, 7.3, -0.6, -2.3}) {
            check(v -> Gamma.gamma(v), x);
            check(v -> org.apache.commons.numbers.gamma.Gamma.value(v), x);
            check(v -> org.apache.commons.numbers.gamma.LogGamma.value(v), x);
            checkPolygamma(v -> Gamma.digamma(v), 1, x);
            checkPolygamma(v -> Gamma.trigamma(v), 2, x);
            checkPolygamma(v -> org.apache.commons.numbers.gamma.Digamma.value(v), 1, x);
            checkPolygamma(v -> org.apache.commons.numbers.gamma.Trigamma.value(v), 2, x);
        }
        for (double x : new double[] {0.2, 0.9, 1.5, 3, 7.3}) {
            check(v -> Gamma.logGamma(v), x);
        }
        for (double x : new double[] {-0.4, 0.1, 0.7, 1.4}) {
            check(v -> Gamma.logGamma1p(v), x);
            check(v -> Gamma.invGamma1pm1(v), x);
        }
    }

    @Test
    void publishedValues() {
        // DLMF 5.4.12, 5.4.13 and 7.2; SpecialFunctions.jl has the same rules
        double euler = 0.5772156649015329;
        assertThat(gradient(x -> Gamma.gamma(x), 1.0)).isEqualTo(-euler, within(1e-14));
        assertThat(gradient(x -> Gamma.logGamma(x), 0.5)).isEqualTo(-1.9635100260214235, within(1e-14));
        assertThat(gradient(x -> Erf.erf(x), 0.0)).isEqualTo(1.1283791670955126, within(1e-15));
        assertThat(gradient(x -> Erf.erfInv(x), 0.0)).isEqualTo(0.886226925452758, within(1e-15));
        assertThat(derivative(derivative(x -> Gamma.logGamma(x))).applyAsDouble(1)).isEqualTo(Math.PI * Math.PI / 6);
    }

    @Test
    void errorFunctions() {
        for (double x : new double[] {-1.3, -0.2, 0.4, 1.1, 2.2}) {
            check(v -> Erf.erf(v), x);
            check(v -> Erf.erfc(v), x);
            check(v -> org.apache.commons.numbers.gamma.Erf.value(v), x);
            check(v -> org.apache.commons.numbers.gamma.Erfc.value(v), x);
            check(v -> org.apache.commons.numbers.gamma.Erfcx.value(v), x);
        }
        for (double x : new double[] {-0.8, -0.1, 0.3, 0.9}) {
            check(v -> Erf.erfInv(v), x);
            check(v -> Erf.erfcInv(1 - v), x);
            check(v -> org.apache.commons.numbers.gamma.InverseErf.value(v), x);
            check(v -> org.apache.commons.numbers.gamma.InverseErfc.value(1 - v), x);
        }
        checkTwo(x -> Erf.erf(x[0], x[1]), 0.3, 1.2);
        checkTwo(x -> ErfDifference.value(x[0], x[1]), 0.3, 1.2);
    }

    @Test
    void besselFunctionsNeedNoRule() {
        for (double x : new double[] {0.4, 1.7, 9.2}) {
            // DLMF 10.6.3 and 10.6.1
            assertThat(gradient(v -> BesselJ.value(0, v), x)).isEqualTo(-BesselJ.value(1, x), within(1e-10));
            double expected = (BesselJ.value(1.5, x) - BesselJ.value(3.5, x)) / 2;
            assertThat(gradient(v -> BesselJ.value(2.5, v), x)).isEqualTo(expected, within(1e-10));
        }
    }

    @Test
    void functionsOfTwoArguments() {
        for (double[] p : new double[][] {{0.7, 1.9}, {3, 0.5}, {2.2, 2.1}, {6, 9}}) {
            checkTwo(x -> Gamma.regularizedGammaP(x[0], x[1]), p);
            checkTwo(x -> Gamma.regularizedGammaQ(x[0], x[1]), p);
            checkTwo(x -> Gamma.regularizedGammaP(x[0], x[1], 1e-15, 10_000), p);
            checkTwo(x -> Gamma.regularizedGammaQ(x[0], x[1], 1e-15, 10_000), p);
            checkTwo(x -> Beta.logBeta(x[0], x[1]), p);
            checkTwo(x -> LogBeta.value(x[0], x[1]), p);
            checkTwo(x -> org.apache.commons.numbers.gamma.Beta.value(x[0], x[1]), p);
            checkTwo(x -> GammaRatio.value(x[0], x[1]), p);
            checkTwo(x -> GammaRatio.delta(x[0], x[1]), p);
            checkTwo(x -> RegularizedGamma.P.value(x[0], x[1]), p);
            checkTwo(x -> RegularizedGamma.Q.value(x[0], x[1]), p);
            checkTwo(x -> RegularizedGamma.P.derivative(x[0], x[1]), p);
            checkTwo(x -> RegularizedGamma.Q.derivative(x[0], x[1]), p);
            checkTwo(x -> IncompleteGamma.Lower.value(x[0], x[1]), p);
            checkTwo(x -> IncompleteGamma.Upper.value(x[0], x[1]), p);
        }
    }

    @Test
    void functionsOfThreeArguments() {
        for (double[] p : new double[][] {{0.3, 1.7, 2.4}, {0.8, 0.6, 3}, {0.9, 5, 0.7}}) {
            checkTwo(x -> Beta.regularizedBeta(x[0], x[1], x[2]), p);
            checkTwo(x -> RegularizedBeta.value(x[0], x[1], x[2]), p);
            checkTwo(x -> RegularizedBeta.complement(x[0], x[1], x[2]), p);
            checkTwo(x -> RegularizedBeta.derivative(x[0], x[1], x[2]), p);
            checkTwo(x -> IncompleteBeta.value(x[0], x[1], x[2]), p);
            checkTwo(x -> IncompleteBeta.complement(x[0], x[1], x[2]), p);
        }
    }

    @Test
    void secondDerivativesInTheParameters() {
        for (double a : new double[] {0.7, 2.5, 9}) {
            check(v -> Gamma.regularizedGammaP(v, 3), a);
            check(v -> Beta.regularizedBeta(0.4, v, 2), a);
            check(v -> Beta.regularizedBeta(0.4, 2, v), a);
        }
    }

    /**
     * Neither library's digamma has more than nine digits, or joins its pieces without a jump, so that differences are
     * not to be had from them; {@code SeriesTest} has what the series are worth.
     */
    private static void checkPolygamma(DoubleFn f, int order, double x) {
        assertThat(derivative(f).applyAsDouble(x)).isEqualTo(Polygamma.value(order, x));
        assertThat(derivative(derivative(f)).applyAsDouble(x)).isEqualTo(Polygamma.value(order + 1, x));
        double slope = (f.applyAsDouble(x + 0x1p-10) - f.applyAsDouble(x - 0x1p-10)) / 0x1p-9;
        assertThat(derivative(f).applyAsDouble(x)).isCloseTo(slope, within(1e-3 * Math.max(1, Math.abs(slope))));
    }

    /** The first and the second derivative, the latter as the derivative of the former. */
    private static void check(DoubleFn f, double x) {
        DoubleFn first = derivative(f);
        assertClose(first.applyAsDouble(x), slope(f, x), x);
        assertClose(derivative(first).applyAsDouble(x), slope(first, x), x);
    }

    private static void checkTwo(DoubleArrayFn f, double... x) {
        double[] slopes = gradient(f, x.clone());
        for (int i = 0; i < x.length; i++) {
            int at = i;
            DoubleUnaryOperator along =
                    v -> {
                        double[] moved = x.clone();
                        moved[at] = v;
                        return f.applyAsDouble(moved);
                    };
            assertClose(slopes[i], slope(along, x[i]), x[i]);
        }
    }

    private static void assertClose(double actual, double expected, double x) {
        assertThat(actual).as("at %s", x).isCloseTo(expected, within(2e-8 * Math.max(1, Math.abs(expected))));
    }

    private static double slope(DoubleUnaryOperator f, double x) {
        double h = 2e-3;
        double a = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        double b = (f.applyAsDouble(x + h / 2) - f.applyAsDouble(x - h / 2)) / h;
        double c = (f.applyAsDouble(x + h / 4) - f.applyAsDouble(x - h / 4)) / (h / 2);
        return (16 * ((4 * c - b) / 3) - (4 * b - a) / 3) / 15;
    }

    @Test
    void everyRuleIsForAMethod() throws ClassNotFoundException {
        List<String> missing = new ArrayList<>();
        for (Class<?> rules : new SpecialRules().ruleClasses()) {
            Rules mark = rules.getAnnotation(Rules.class);
            for (String name : mark.ofNames()) {
                Class<?> owner = Class.forName(name);
                for (Method rule : rules.getDeclaredMethods()) {
                    Partial partial = rule.getAnnotation(Partial.class);
                    Class<?>[] all = rule.getParameterTypes();
                    boolean isThere =
                            partial == null
                                    || Arrays.stream(owner.getMethods())
                                            .anyMatch(method ->
                                                    method.getName().equals(partial.of())
                                                            && Arrays.equals(
                                                                    method.getParameterTypes(),
                                                                    Arrays.copyOf(all, all.length - 1)));
                    if (!isThere) {
                        missing.add(rule.toString());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
