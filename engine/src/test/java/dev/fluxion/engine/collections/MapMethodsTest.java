package dev.fluxion.engine.collections;

import static dev.fluxion.engine.streams.Slope.check;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Methods of maps that take functions, views of maps, and maps of all kinds, against central finite differences. */
@SuppressWarnings({"EnumOrdinal", "NonApiType", "UnnecessaryAsync"}) // these methods are what is tested
class MapMethodsTest {
    private enum Side {
        BUY,
        SELL
    }

    private record Leg(double rate, double time, String name) {
        double value() {
            return Math.sqrt(rate * rate + time * time);
        }
    }

    private static List<Leg> legs(double x) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 1; i < 6; i++) {
            legs.add(new Leg(x * i * (i % 2 == 0 ? -1 : 1), i / x, "n" + i % 3));
        }
        return legs;
    }

    private static double weighted(Iterable<Leg> legs) {
        double sum = 0;
        int weight = 1;
        for (Leg leg : legs) {
            sum += leg.value() * leg.rate() * weight++;
        }
        return sum;
    }

    private static double squares(Iterable<Double> numbers) {
        double sum = 0;
        int weight = 1;
        for (double number : numbers) {
            sum += number * number * weight++;
        }
        return sum;
    }

    private static TreeMap<Double, Double> curve(double x) {
        TreeMap<Double, Double> curve = new TreeMap<>();
        curve.put(0.5, x);
        curve.put(1.0, x * x);
        curve.put(2.0, Math.sin(x));
        return curve;
    }

    private static double interpolated(TreeMap<Double, Double> curve, double at) {
        var below = curve.floorEntry(at);
        var above = curve.ceilingEntry(at);
        if (below == null) {
            return above.getValue();
        }
        if (above == null || below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        double weight = (at - below.getKey()) / (above.getKey() - below.getKey());
        return below.getValue() * (1 - weight) + above.getValue() * weight;
    }

    @Test
    void computeIfAbsent() {
        check(x -> {
            Map<String, Double> m = new HashMap<>();
            return m.computeIfAbsent("a", k -> x * x) + m.computeIfAbsent("a", k -> x * x * x);
        });
    }

    @Test
    void computeIfAbsentOfLists() {
        check(x -> {
            Map<String, List<Leg>> m = new HashMap<>();
            for (Leg l : legs(x)) m.computeIfAbsent(l.name(), k -> new ArrayList<>()).add(l);
            double s = 0;
            for (var e : m.values()) s += weighted(e);
            return s;
        });
    }

    @Test
    void computeIfPresent() {
        check(x -> {
            Map<String, Double> m = new HashMap<>(Map.of("a", x));
            m.computeIfPresent("a", (k, v) -> v * v * x);
            m.computeIfPresent("b", (k, v) -> v * v * x);
            return m.get("a");
        });
    }

    @Test
    void compute() {
        check(x -> {
            Map<String, Double> m = new TreeMap<>();
            for (int i = 0; i < 3; i++) m.compute("a", (k, v) -> v == null ? x : v * x);
            return m.get("a");
        });
    }

    @Test
    void merge() {
        check(x -> {
            Map<String, Double> m = new LinkedHashMap<>();
            for (Leg l : legs(x)) m.merge(l.name(), l.value(), Double::sum);
            return squares(m.values());
        });
    }

    @Test
    void mergeInAConcurrentMap() {
        check(x -> {
            Map<String, Double> m = new ConcurrentHashMap<>();
            for (Leg l : legs(x)) m.merge(l.name(), l.value(), (p, q) -> p * q * x);
            double s = 0;
            for (var e : m.entrySet()) s += e.getValue();
            return s;
        });
    }

    @Test
    void replaceAll() {
        check(x -> {
            Map<String, Double> m = new HashMap<>(Map.of("a", x, "b", x * x));
            m.replaceAll((k, v) -> v * v * x);
            return m.get("a") + 2 * m.get("b");
        });
    }

    @Test
    void forEach() {
        check(x -> {
            double[] s = {0};
            Map<String, Double> m = new TreeMap<>(Map.of("a", x, "b", x * x));
            m.forEach((k, v) -> s[0] += v * v * k.charAt(0));
            return s[0];
        });
    }

    @Test
    void getOrDefault() {
        check(x -> {
            Map<String, Double> m = Map.of("a", x * x);
            return m.getOrDefault("a", 1.0) + m.getOrDefault("b", x * x * x);
        });
    }

    @Test
    void putIfAbsent() {
        check(x -> {
            Map<String, Double> m = new HashMap<>();
            m.putIfAbsent("a", x * x);
            m.putIfAbsent("a", 5.0);
            return m.get("a");
        });
    }

    @Test
    void views() {
        check(x -> {
            Map<String, Double> m = new LinkedHashMap<>();
            m.put("a", x);
            m.put("b", x * x);
            for (var e : m.entrySet()) e.setValue(e.getValue() * x);
            m.keySet().remove("b");
            m.values().removeIf(v -> v > 100);
            return squares(m.values());
        });
    }

    @Test
    void interpolatedInATree() {
        check(x ->
                interpolated(curve(x), 0.7)
                        + interpolated(curve(x), 1.5) * 2
                        + interpolated(curve(x), 0.1)
                        + interpolated(curve(x), 9));
    }

    @Test
    void headAndTail() {
        check(x -> {
            double s = 0;
            for (double v : curve(x).headMap(1.0, true).values()) s += v * v;
            for (double v : curve(x).tailMap(1.0).values()) s += v * v * v;
            for (var e : curve(x).descendingMap().entrySet()) s += e.getValue() * e.getKey();
            return s;
        });
    }

    @Test
    void activeKeys() {
        check(x -> {
            TreeMap<Double, Double> m = new TreeMap<>();
            m.put(x, x * x);
            m.put(2 * x, x * x * x);
            return interpolated(m, 1.5 * 1.3) + m.firstKey() * m.lastKey();
        });
    }

    @Test
    void concurrent() {
        check(x -> {
            ConcurrentHashMap<String, Double> m = new ConcurrentHashMap<>();
            m.put("a", x * x);
            m.compute("a", (k, v) -> v * x);
            return m.get("a") * m.getOrDefault("z", x);
        });
    }

    @Test
    void ofConstants() {
        check(x -> {
            EnumMap<Side, Double> m = new EnumMap<>(Side.class);
            m.put(Side.BUY, x * x);
            m.merge(Side.BUY, x, Double::sum);
            m.put(Side.SELL, x);
            double s = 0;
            for (var e : m.entrySet()) s += e.getValue() * e.getValue() * (e.getKey().ordinal() + 1);
            return s;
        });
    }

    @Test
    void byIdentity() {
        check(x -> {
            IdentityHashMap<Object, Double> m = new IdentityHashMap<>();
            Object k = new Object();
            m.put(k, x * x);
            return m.get(k) * x;
        });
    }

    @Test
    void entries() {
        check(x -> {
            var e = Map.entry("a", x * x);
            return e.getValue() * e.getKey().length();
        });
    }
}
