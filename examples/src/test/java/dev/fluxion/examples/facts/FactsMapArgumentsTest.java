package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Gradients in maps. Zygote's have the keys that were read, ours all of the argument's: what was not read has the
 * gradient zero.
 */
@SuppressWarnings("ArrayRecordComponent") // arguments to take gradients in
final class FactsMapArgumentsTest {

    record Data(Map<String, double[]> data) {}

    record Wrapped(Data inner, String name) {}

    record Two(double a, double b) {}

    @Test
    void f121ReadByALambdaInside() {
        Map<String, Double> g =
                gradient(
                        d -> {
                            DoubleUnaryOperator read = x -> d.get("y") + 0 * x;
                            return read.applyAsDouble(1);
                        },
                        Map.of("y", 0.4));
        assertThat(g).isEqualTo(Map.of("y", 1.0));
    }

    @Test
    void f122ArraysOfAMapInNestedRecords() {
        Wrapped wrapped = new Wrapped(new Data(Map.of("x", new double[] {0.3, 0.8})), "name");
        Wrapped g = gradient(w -> sum(w.inner().data().get("x")), wrapped);
        assertThat(g.inner().data()).containsOnlyKeys("x");
        assertThat(g.inner().data().get("x")).containsExactly(1, 1);
        assertThat(g.name()).isEqualTo("name");
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void f124AValueReplacedInACopy() {
        Map<Integer, double[]> map = Map.of(1, new double[] {1}, 2, new double[] {1});
        Map<Integer, double[]> g = gradient(d -> sumOfChangedCopy(d), map);
        assertThat(g.get(1)).containsExactly(5);
        assertThat(g.get(2)).containsExactly(1);
        assertThat(map.get(1)).containsExactly(1);
    }

    private static double sumOfChangedCopy(Map<Integer, double[]> map) {
        Map<Integer, double[]> copy = new HashMap<>(map);
        copy.put(1, new double[] {copy.get(1)[0] * 5});
        return sum(copy.get(1)) + sum(copy.get(2));
    }

    @Test
    void f126DeepCopyOfAMap() {
        assertThat(gradient(x -> copied(x), 2.0)).isEqualTo(7);
    }

    private static double copied(double x) {
        Map<String, Double> map = new HashMap<>();
        map.put("a", x);
        map.put("b", 2 * x);
        Map<String, Double> copy = new LinkedHashMap<>();
        for (Map.Entry<String, Double> each : map.entrySet()) {
            copy.put(each.getKey(), Double.valueOf(each.getValue().doubleValue()));
        }
        return copy.get("a") + 3 * copy.get("b");
    }

    @Test
    void f127AValueThatIsThereInsteadOfTheDefault() {
        assertThat(gradient(d -> d.getOrDefault("a", 0.0), new TreeMap<>(Map.of("a", 2.0, "b", 3.0))))
                .containsExactly(entry("a", 1.0), entry("b", 0.0));
    }

    @Test
    void f128TheDefaultOfAMissingKey() {
        var g = gradient((d, other) -> d.getOrDefault("missing", other), Map.of("a", 2.0, "b", 3.0), 10.0);
        assertThat(g.first()).isEqualTo(Map.of("a", 0.0, "b", 0.0));
        assertThat(g.second()).isEqualTo(1);
    }

    @Test
    void f131SumOfTheValues() {
        assertThat(gradient(d -> sum(d.values()), Map.of("a", 2.0, "b", 3.0))).isEqualTo(Map.of("a", 1.0, "b", 1.0));
    }

    private static double sum(Collection<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void f132SquaresOverTheEntries() {
        assertThat(gradient(d -> squares(d), Map.of(1, 5.0, 2, 6.0))).isEqualTo(Map.of(1, 10.0, 2, 12.0));
    }

    private static double squares(Map<Integer, Double> map) {
        double sum = 0;
        for (Map.Entry<Integer, Double> each : map.entrySet()) {
            sum += each.getValue() * each.getValue();
        }
        return sum;
    }

    @Test
    void f133AMapFilteredOfWhatIsNotANumber() {
        double[] weights = {0.1, 0.2, 0.3, 0.4, 0.5, Double.NaN};
        assertThat(gradient(w -> filtered(w), weights)).containsExactly(1, 1, 1, 1, 1, 0);
        List<Double> list = new ArrayList<>(List.of(0.1, 0.2, 0.3, 0.4, 0.5, Double.NaN));
        assertThat(gradient(w -> filtered(w), list)).containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 0.0);
    }

    private static double filtered(double[] weights) {
        Map<Integer, Double> map = new HashMap<>();
        for (int i = 0; i < weights.length; i++) {
            if (!Double.isNaN(weights[i])) {
                map.put(i, weights[i]);
            }
        }
        return sum(map.values());
    }

    private static double filtered(List<Double> weights) {
        Map<Integer, Double> map = new HashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            if (!weights.get(i).isNaN()) {
                map.put(i, weights.get(i));
            }
        }
        return sum(map.values());
    }

    @Test
    void f136ArgumentsByNameFromAMap() {
        assertThat(gradient(named -> named.get("x") * named.get("z"), Map.of("x", 3.0, "y", 4.0, "z", 2.3)))
                .isEqualTo(Map.of("x", 2.3, "y", 0.0, "z", 3.0));
    }

    @Test
    void f137ComponentsCollected() {
        assertThat(gradient(two -> squares(List.of(two.a(), two.b())), new Two(1, 2))).isEqualTo(new Two(2, 4));
        assertThat(gradient(map -> squares(new ArrayList<>(map.values())), Map.of("a", 1.0, "b", 2.0)))
                .isEqualTo(Map.of("a", 2.0, "b", 4.0));
    }

    private static double squares(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
