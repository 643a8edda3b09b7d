package dev.fluxion.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Checked rules are a mode: without it nothing is emitted for it, with it what is right stays as it is. */
class CheckedModeTest {

    private static final Differentiator PLAIN = Fluxion.builder().build();
    private static final Differentiator CHECKED = Fluxion.builder().checkedRules(true).build();

    private static final DoubleFn ROOT = Math::sqrt;

    /** Has no derivative at 0: the angle of no direction. */
    private static final DoubleFn ANGLE = x -> Math.atan2(x, 0 * x);

    private static final List<DoubleFn> OF_NUMBERS =
            List.of(
                    x -> Math.sin(x) * Math.exp(x) / Math.cosh(x),
                    x -> Math.pow(x, 3) + Math.pow(2, x) + Math.hypot(x, 1),
                    x -> Math.atan2(x, 2) + Math.max(x, 1) + Math.clamp(x, -1, 1) + Math.abs(x),
                    x -> (float) Math.tan((float) x) + Math.fma(x, x, 1),
                    x -> Math.sqrt(Math.pow(x, 2)) + StrictMath.log1p(x),
                    x -> x > 0 ? Math.cbrt(x) : Math.sqrt(x),
                    x -> Math.IEEEremainder(x, 2) + Math.nextUp(x) + Math.scalb(x, 3));

    private static final List<DoubleArrayFn> OF_ARRAYS =
            List.of(
                    x -> {
                        double[] sorted = x.clone();
                        Arrays.sort(sorted);
                        System.arraycopy(sorted, 0, x, 1, 2);
                        return x[0] * x[1] + sorted[2] * x[2];
                    },
                    x -> DoubleStream.of(x).map(Math::exp).sum() / x.length,
                    x -> {
                        List<Double> list = new ArrayList<>();
                        TreeMap<String, Double> map = new TreeMap<>();
                        for (double each : x) {
                            list.add(Math.log(each));
                            map.merge("sum", each, (one, other) -> one * other);
                        }
                        return list.get(0) * list.get(1) + map.get("sum");
                    });

    @Test
    void rulesOfOursAreRightInIt() {
        for (DoubleFn f : OF_NUMBERS) {
            assertThat(CHECKED.gradient(f, 0.7)).isEqualTo(PLAIN.gradient(f, 0.7)).isFinite();
            assertThat(CHECKED.derivative(CHECKED.derivative(f)).applyAsDouble(0.7))
                    .isEqualTo(PLAIN.derivative(PLAIN.derivative(f)).applyAsDouble(0.7));
        }
        for (DoubleArrayFn f : OF_ARRAYS) {
            assertThat(CHECKED.gradient(f, new double[] {2, 3, 1}))
                    .containsExactly(PLAIN.gradient(f, new double[] {2, 3, 1}));
        }
    }

    /** A rule with a strong zero knows that its slope may be infinite. */
    @Test
    void infiniteSlopesThatARuleKnowsOfAreNotReported() {
        assertThat(CHECKED.gradient(ROOT, 0.0)).isInfinite();
        assertThat(CHECKED.gradient(x -> Math.sqrt(Math.pow(x, 2)), 0.0)).isEqualTo(0);
        assertThat(CHECKED.gradient(x -> unused(x), 0.0)).isEqualTo(1);
        assertThat(CHECKED.gradient(x -> Math.sqrt(Math.max(x, 0)), -1.0)).isEqualTo(0);
    }

    private static double unused(double x) {
        double root = Math.sqrt(x);
        return x > 0 ? root : x;
    }

    @Test
    void nothingIsEmittedWithoutIt() {
        String plain = PLAIN.explain(ROOT).adjointIr();
        assertThat(plain).doesNotContain("RuleChecks");
        assertThat(Fluxion.builder().checkedRules(false).build().explain(ROOT).adjointIr()).isEqualTo(plain);
        assertThat(CHECKED.explain(ROOT).adjointIr()).contains("RuleChecks.partial");
        assertThat(CHECKED.explain((double x) -> Math.abs(x) * x).adjointIr()).contains("RuleChecks.partial");
        assertThat(CHECKED.explain((double x) -> Math.max(x, 1) * x).adjointIr()).doesNotContain("RuleChecks");
    }

    @Test
    void eachInstanceHasItsOwnCode() {
        assertThat(PLAIN.gradient(ANGLE, 0.0)).isNaN();
        assertThatThrownBy(() -> CHECKED.gradient(ANGLE, 0.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("gave the partial derivative NaN");
        assertThat(PLAIN.gradient(ANGLE, 0.0)).isNaN();
    }

    @Test
    void aSystemPropertySwitchesItOnWhereTheProgramDoesNotSay() {
        System.setProperty("fluxion.rules.checked", "true");
        try {
            assertThatThrownBy(() -> Fluxion.builder().build().gradient(ANGLE, 0.0)).hasMessageContaining("[FX-0410]");
            assertThat(Fluxion.builder().checkedRules(false).build().gradient(ANGLE, 0.0)).isNaN();
        } finally {
            System.clearProperty("fluxion.rules.checked");
        }
    }
}
