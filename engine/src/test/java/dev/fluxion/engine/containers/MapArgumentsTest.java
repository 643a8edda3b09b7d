package dev.fluxion.engine.containers;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.gradientAsTangent;
import static dev.fluxion.Fluxion.gradientOfCaptured;
import static dev.fluxion.Fluxion.objectGradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.fluxion.ObjectGradient;
import dev.fluxion.tangent.Tangent;

import org.junit.jupiter.api.Test;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Gradients in maps to numbers, arrays, records, maps. */
@SuppressWarnings({"JdkObsolete", "IdentityHashMapUsage"}) // they are maps, too
class MapArgumentsTest {

    enum Axis {
        X,
        Y
    }

    record Point(double x, double y) {}

    private static double squareOfA(Map<String, Double> map) {
        return map.get("a") * map.get("a") * map.get("b");
    }

    @Test
    void aMapToNumbers() {
        Map<String, Double> g = gradient(m -> m.get("a") * 2, Map.of("a", 1.0));
        assertThat(g).containsExactly(entry("a", 2.0));
        assertThat(gradient(m -> m.get("a") * m.get("b"), Map.of("a", 2.0, "b", 3.0, "c", 5.0)))
                .isEqualTo(Map.of("a", 3.0, "b", 2.0, "c", 0.0));
    }

    @Test
    void mapsOfTheJdkHaveMapsOfTheirClass() {
        Map<String, Double> numbers = Map.of("a", 2.0, "b", 3.0);
        assertOfItsClass(new HashMap<>(numbers));
        assertOfItsClass(new LinkedHashMap<>(numbers));
        assertOfItsClass(new TreeMap<>(numbers));
        assertOfItsClass(new ConcurrentHashMap<>(numbers));
        assertOfItsClass(new ConcurrentSkipListMap<>(numbers));
        assertOfItsClass(new Hashtable<>(numbers));
        assertOfItsClass(new WeakHashMap<>(numbers));
        assertOfItsClass(new IdentityHashMap<>(numbers));
    }

    private static void assertOfItsClass(Map<String, Double> numbers) {
        Map<String, Double> before = new HashMap<>(numbers);
        Map<String, Double> g = gradient(MapArgumentsTest::squareOfA, numbers);
        assertThat(g).isInstanceOf(numbers.getClass()).isNotSameAs(numbers);
        assertThat(new HashMap<>(g)).isEqualTo(Map.of("a", 12.0, "b", 4.0));
        assertThat(new HashMap<>(numbers)).isEqualTo(before);
    }

    @Test
    void theOrderStays() {
        Map<String, Double> hashed = new HashMap<>(1024);
        Map<String, Double> linked = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            hashed.put("key" + 17 * i, i + 1.0);
            linked.put("key" + 7919 * i % 101, i + 1.0);
        }
        assertThat(gradient(m -> sum(m), hashed).keySet()).containsExactlyElementsOf(hashed.keySet());
        assertThat(gradient(m -> sum(m), linked).keySet()).containsExactlyElementsOf(linked.keySet());
        Map<String, Double> unmodifiable = Map.copyOf(linked);
        assertThat(gradient(m -> sum(m), unmodifiable).keySet()).containsExactlyElementsOf(unmodifiable.keySet());
    }

    private static double sum(Map<?, Double> map) {
        double sum = 0;
        for (double value : map.values()) {
            sum += value * value;
        }
        return sum;
    }

    @Test
    void sortedMapsStaySortedByTheSameComparatorWhichIsNotAsked() {
        AtomicInteger asked = new AtomicInteger();
        Comparator<String> backwards =
                (one, other) -> {
                    asked.incrementAndGet();
                    return other.compareTo(one);
                };
        TreeMap<String, Double> map = new TreeMap<>(backwards);
        map.putAll(Map.of("a", 1.0, "b", 2.0, "c", 3.0));
        asked.set(0);
        TreeMap<String, Double> g = gradient(m -> sum(m), map);
        assertThat(asked).hasValue(0);
        assertThat(g).containsExactly(entry("c", 6.0), entry("b", 4.0), entry("a", 2.0));
        assertThat(g.comparator()).isSameAs(backwards);
        assertThat(gradient(m -> m.firstEntry().getValue() * 2, map.headMap("a", false)))
                .containsExactly(entry("c", 2.0), entry("b", 0.0));
        assertThat(gradient(m -> m.firstEntry().getValue() * 2, map.descendingMap()))
                .containsExactly(entry("a", 2.0), entry("b", 0.0), entry("c", 0.0));
        assertThat(gradient(m -> sum(m), Collections.unmodifiableSortedMap(map)).comparator()).isSameAs(backwards);
    }

    @Test
    void keysOfAllKindsStayAsTheyAre() {
        EnumMap<Axis, Double> axes = new EnumMap<>(Map.of(Axis.Y, 2.0, Axis.X, 3.0));
        EnumMap<Axis, Double> g = gradient(m -> m.get(Axis.X) * m.get(Axis.Y), axes);
        assertThat(g).containsExactly(entry(Axis.X, 2.0), entry(Axis.Y, 3.0));
        Map<Integer, Double> byNumber = gradient(m -> m.get(7) * 5, new HashMap<>(Map.of(7, 1.0)));
        assertThat(byNumber).isEqualTo(Map.of(7, 5.0));
        Map<Object, Object> odd = new HashMap<>();
        odd.put(null, 2.0);
        odd.put("none", null);
        Point key = new Point(5, 6);
        odd.put(key, List.of(4.0));
        Map<Object, Object> odds = gradient(m -> (Double) m.get(null) * (Double) ((List<?>) m.get(key)).get(0), odd);
        assertThat(odds.get(null)).isEqualTo(4.0);
        assertThat(odds).containsEntry("none", null).containsEntry(key, List.of(2.0)).hasSize(3);
    }

    @Test
    void keysAreConstants() {
        TreeMap<Double, Double> curve = new TreeMap<>(Map.of(1.0, 10.0, 2.0, 20.0));
        TreeMap<Double, Double> g =
                gradient(
                        c -> {
                            Map.Entry<Double, Double> left = c.floorEntry(1.25);
                            Map.Entry<Double, Double> right = c.ceilingEntry(1.25);
                            double t = (1.25 - left.getKey()) / (right.getKey() - left.getKey());
                            return left.getValue() * (1 - t) + right.getValue() * t;
                        },
                        curve);
        assertThat(g).containsExactly(entry(1.0, 0.75), entry(2.0, 0.25));
    }

    @Test
    void identityOfKeysIsKept() {
        Map<String, Double> map = new IdentityHashMap<>();
        String one = new String("key");
        String other = new String("key");
        map.put(one, 2.0);
        map.put(other, 3.0);
        Map<String, Double> g = gradient(m -> m.get(one) * m.get(one) * m.get(other), map);
        assertThat(g.get(one)).isEqualTo(12);
        assertThat(g.get(other)).isEqualTo(4);
        assertThatThrownBy(() -> gradientAsTangent(m -> m.get(one), map))
                .hasMessageContaining("FX-0306")
                .hasMessageContaining("two of its keys are equal: key");
    }

    record Params(Map<String, double[]> weights, SequencedMap<String, Point> points, String name) {}

    @Test
    void mapsToArraysRecordsMapsAndInRecords() {
        Map<String, double[]> arrays = Map.of("w", new double[] {2, 3});
        assertThat(gradient(m -> m.get("w")[0] * m.get("w")[1], arrays).get("w")).containsExactly(3, 2);
        Map<String, Map<String, Double>> nested = Map.of("in", Map.of("a", 2.0), "none", Map.of());
        assertThat(gradient(m -> m.get("in").get("a") * 3, nested))
                .isEqualTo(Map.of("in", Map.of("a", 3.0), "none", Map.of()));
        Params params = new Params(arrays, new LinkedHashMap<>(Map.of("p", new Point(4, 5))), "name");
        Params g = gradient(p -> p.weights().get("w")[1] * p.points().get("p").x(), params);
        assertThat(g.weights().get("w")).containsExactly(0, 4);
        assertThat(g.points()).containsExactly(entry("p", new Point(3, 0)));
        assertThat(g.name()).isEqualTo("name");
    }

    @Test
    void theBoxThatWasThereAtEntryHasTheGradient() {
        Map<String, Double> map = new HashMap<>(Map.of("k", 3.0, "gone", 5.0));
        Map<String, Double> g =
                gradient(
                        m -> {
                            double v = m.get("k");
                            m.put("k", v * 2);
                            m.put("new", v);
                            double gone = m.remove("gone");
                            return m.get("k") * m.get("k") * gone + m.get("new");
                        },
                        map);
        assertThat(g).isEqualTo(Map.of("k", 2 * 4 * 3.0 * 5 + 1, "gone", 36.0));
        assertThat(map).isEqualTo(Map.of("k", 6.0, "new", 3.0));
        Map<String, Double> merged =
                gradient(
                        m -> {
                            m.merge("k", 4.0, (one, other) -> one * other);
                            m.compute("k", (_, v) -> v * v);
                            return m.get("k");
                        },
                        new HashMap<>(Map.of("k", 3.0)));
        assertThat(merged).isEqualTo(Map.of("k", 96.0));
    }

    @Test
    void entriesAndValues() {
        Map<String, Double> map = new TreeMap<>(Map.of("a", 2.0, "b", 3.0));
        assertThat(gradient(m -> overEntries(m), map)).isEqualTo(Map.of("a", 12.0, "b", 27.0));
        SimpleEntry<String, Double> pair = new SimpleEntry<>("k", 3.0);
        Tangent t = gradientAsTangent(p -> p.getValue() * p.getValue(), pair);
        assertThat(t.number("value")).isEqualTo(6);
        List<Map.Entry<String, Double>> pairs = gradient(p -> p.get(0).getValue() * 2, List.of(Map.entry("k", 3.0)));
        assertThat(pairs).containsExactly(entry("k", 2.0));
        assertThat(gradient(p -> p.get(0).getValue() * 2, new ArrayList<>(List.of(pair))).getFirst())
                .isInstanceOf(SimpleEntry.class)
                .isEqualTo(entry("k", 2.0));
    }

    private static double overEntries(Map<String, Double> map) {
        double sum = 0;
        for (Map.Entry<String, Double> entry : map.entrySet()) {
            sum += Math.pow(entry.getValue(), 3) * (entry.getKey().equals("missing") ? 2 : 1);
        }
        return sum;
    }

    @Test
    void streamsOfTheArgument() {
        List<Double> list = List.of(1.0, 2.0, 3.0);
        assertThat(gradient(l -> l.stream().mapToDouble(x -> x * x).sum(), list)).containsExactly(2.0, 4.0, 6.0);
        Map<String, Double> map = new TreeMap<>(Map.of("a", 2.0, "b", 3.0));
        assertThat(gradient(m -> m.values().stream().map(x -> x * x * x).reduce(0.0, Double::sum), map))
                .isEqualTo(Map.of("a", 12.0, "b", 27.0));
        List<Point> points = List.of(new Point(1, 2), new Point(3, 4));
        assertThat(gradient(l -> l.stream().filter(p -> p.x() > 2).mapToDouble(p -> p.x() * p.y()).sum(), points))
                .containsExactly(new Point(0, 0), new Point(4, 3));
    }

    @Test
    void defaultsAreConstants() {
        assertThat(gradient(m -> m.getOrDefault("missing", 7.0) * m.get("a"), Map.of("a", 2.0)))
                .isEqualTo(Map.of("a", 7.0));
        assertThat(gradient(x -> Map.of("a", 2.0).getOrDefault("missing", x) * 3, 4.0)).isEqualTo(3);
    }

    @Test
    void aMapThatHoldsItself() {
        Map<String, Object> map = new HashMap<>(Map.of("a", 2.0));
        map.put("self", map);
        Map<String, Object> g = gradient(m -> (Double) ((Map<?, ?>) m.get("self")).get("a") * 5, map);
        assertThat(g.get("a")).isEqualTo(5.0);
        assertThat(g.get("self")).isSameAs(g);
    }

    @Test
    void valueCompiledFormsAndSeveralArguments() {
        var vg = withGradient(m -> m.get("a") * m.get("a"), Map.of("a", 3.0));
        assertThat(vg.value()).isEqualTo(9);
        assertThat(vg.gradient()).isEqualTo(Map.of("a", 6.0));
        ObjectGradient<Map<String, Double>> kept = objectGradient(MapArgumentsTest::squareOfA);
        assertThat(kept.at(Map.of("a", 2.0, "b", 3.0))).isEqualTo(Map.of("a", 12.0, "b", 4.0));
        assertThat(kept.at(new TreeMap<>(Map.of("a", 1.0, "b", 1.0)))).isInstanceOf(TreeMap.class);
        var g = gradient((m, l, x) -> m.get("a") * l.get(0) * x, Map.of("a", 2.0), List.of(3.0), 5.0);
        assertThat(g.first()).isEqualTo(Map.of("a", 15.0));
        assertThat(g.second()).isEqualTo(List.of(10.0));
        assertThat(g.third()).isEqualTo(6);
    }

    @Test
    void capturedMapsAndMapsInObjects() {
        Map<Integer, Double> map = new TreeMap<>(Map.of(1, 2.0, 2, 3.0));
        Tangent t = gradientOfCaptured(x -> map.get(1) * map.get(2) * x, 5.0).tangent("map");
        assertThat(t.number(1)).isEqualTo(15);
        assertThat(t.keys()).containsExactly(1, 2);
        assertThat(t.asMap(Integer.class, Double.class)).containsExactly(entry(1, 15.0), entry(2, 10.0));
        assertThat(t).hasToString("{1=15.0, 2=10.0}");
        assertThatThrownBy(() -> t.get(3)).hasMessageContaining("there was no such key");
        final class Model {
            final Map<Axis, List<Double>> rates = Map.of(Axis.X, List.of(2.0));
        }
        Tangent model = gradient(m -> 2 * m.rates.get(Axis.X).get(0), new Model());
        assertThat(model.tangent("rates").tangent(Axis.X).number(0)).isEqualTo(2);
    }

    /** A map that inherits where it keeps its entries. */
    static final class Own extends HashMap<String, Double> {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatStaysRefusedSaysWhy() {
        Own own = new Own();
        own.put("a", 1.0);
        assertThatThrownBy(() -> gradient(m -> m.get("a"), own))
                .hasMessageContaining("FX-0306")
                .hasMessageContaining("inherits from java.util.HashMap")
                .hasMessageContaining("in a copy of it");
        assertThatThrownBy(() -> gradientAsTangent(m -> m.get("a"), own)).hasMessageContaining("FX-0306");
        Own[] inArray = {own};
        assertThatThrownBy(() -> gradientAsTangent(m -> m[0].get("a"), inArray).get(0))
                .hasMessageContaining("FX-0305")
                .hasMessageContaining("inherits from java.util.HashMap");
        Properties properties = new Properties();
        properties.put("a", 1.0);
        assertThatThrownBy(() -> gradient(m -> (Double) m.get("a"), properties)).hasMessageContaining("FX-0306");
        assertThat(gradientAsTangent(m -> (Double) m.get("a"), properties).number("a")).isEqualTo(1);
        Double box = 2.0;
        assertThatThrownBy(() -> gradient(m -> m.get("a") * m.get("b"), Map.of("a", box, "b", box)))
                .hasMessageContaining("FX-0307");
    }
}
