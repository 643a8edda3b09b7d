package dev.fluxion.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules that keep what the program owns, instead of a copy: the derivative is wrong, and checked mode says so. */
class CheckedCapturesTest {

    private static final Differentiator PLAIN = Fluxion.builder().rules(Keeping.class).build();
    private static final Differentiator CHECKED = Fluxion.builder().rules(Keeping.class).checkedRules(true).build();

    static double ofList(List<Double> x) {
        return x.get(0) * x.get(0);
    }

    static double ofCopiedList(List<Double> x) {
        return x.get(0) * x.get(0);
    }

    static double ofMap(Map<String, Double> x) {
        return x.get("a") * x.get("a");
    }

    static double ofRows(double[][] x) {
        return x[0][0] * x[0][0];
    }

    @Rules(of = CheckedCapturesTest.class)
    static final class Keeping {
        private Keeping() {}

        @Reverse(of = "ofList")
        static ValueAndPullback<Double, List<Double>> list(List<Double> x) {
            return ValueAndPullback.of(ofList(x), bar -> List.of(2 * x.get(0) * bar));
        }

        @Reverse(of = "ofCopiedList")
        static ValueAndPullback<Double, List<Double>> copiedList(List<Double> x) {
            List<Double> copy = List.copyOf(x);
            return ValueAndPullback.of(ofList(x), bar -> List.of(2 * copy.get(0) * bar));
        }

        @Reverse(of = "ofMap")
        static ValueAndPullback<Double, Map<String, Double>> map(Map<String, Double> x) {
            return ValueAndPullback.of(ofMap(x), bar -> Map.of("a", 2 * x.get("a") * bar));
        }

        @Reverse(of = "ofRows")
        static ValueAndPullback<Double, double[][]> rows(double[][] x) {
            return ValueAndPullback.of(ofRows(x), bar -> new double[][] {{2 * x[0][0] * bar}});
        }
    }

    private static double overwrittenList(double x) {
        List<Double> list = new ArrayList<>(List.of(x));
        double value = ofList(list);
        list.set(0, 50.0);
        return value;
    }

    private static double overwrittenCopiedList(double x) {
        List<Double> list = new ArrayList<>(List.of(x));
        double value = ofCopiedList(list);
        list.set(0, 50.0);
        return value;
    }

    private static double overwrittenMap(double x) {
        Map<String, Double> map = new TreeMap<>(Map.of("a", x));
        double value = ofMap(map);
        map.put("a", 50.0);
        return value;
    }

    private static double overwrittenRows(double x) {
        double[][] rows = {{x}};
        double value = ofRows(rows);
        rows[0][0] = 50;
        return value;
    }

    private static void assertFound(DoubleFn f, String what, double silentlyWrong) {
        assertThat(PLAIN.gradient(f, 3.0)).isEqualTo(silentlyWrong);
        assertThatThrownBy(() -> CHECKED.gradient(f, 3.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0411]")
                .hasMessageContaining("before its pullback ran, somebody wrote to a " + what + " that it has captured");
    }

    @Test
    void listsMapsAndRowsAreCompared() {
        assertFound(x -> overwrittenList(x), "java.util.ArrayList", 100);
        assertFound(x -> overwrittenMap(x), "java.util.TreeMap", 100);
        assertFound(x -> overwrittenRows(x), "double[][1]", 100);
    }

    @Test
    void ruleThatCopiesIsRightInBothModes() {
        for (Differentiator ad : List.of(PLAIN, CHECKED)) {
            assertThat(ad.gradient(x -> overwrittenCopiedList(x), 3.0)).isEqualTo(6);
        }
    }

    @Test
    void whatNobodyOverwritesIsNotReported() {
        assertThat(CHECKED.gradient(x -> ofList(new ArrayList<>(List.of(x))), 3.0)).isEqualTo(6);
        assertThat(CHECKED.gradient(x -> ofMap(Map.of("a", x)), 3.0)).isEqualTo(6);
        assertThat(CHECKED.gradient(x -> ofRows(new double[][] {{x}}), 3.0)).isEqualTo(6);
    }
}
