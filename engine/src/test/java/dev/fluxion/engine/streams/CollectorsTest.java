package dev.fluxion.engine.streams;

import static dev.fluxion.engine.streams.Slope.check;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What collectors do with objects that hold active numbers, against central finite differences. */
class CollectorsTest {
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

    @Test
    void groupedAndSummed() {
        check(x ->
                legs(x).stream()
                        .collect(Collectors.groupingBy(Leg::name, Collectors.summingDouble(Leg::value)))
                        .values()
                        .stream()
                        .mapToDouble(v -> v * v)
                        .sum());
    }

    @Test
    void groupedIntoATreeAndAveraged() {
        check(x ->
                legs(x).stream()
                        .collect(Collectors.groupingBy(Leg::name, TreeMap::new, Collectors.averagingDouble(Leg::value)))
                        .firstEntry()
                        .getValue());
    }

    @Test
    void groupedIntoLists() {
        check(x -> legs(x).stream().collect(Collectors.groupingBy(Leg::name)).get("n1").get(1).value());
    }

    @Test
    void partitionedAndReduced() {
        check(x -> {
            var m =
                    legs(x).stream()
                            .collect(
                                    Collectors.partitioningBy(
                                            l -> l.rate() > 0,
                                            Collectors.mapping(Leg::value, Collectors.reducing(0.0, Double::sum))));
            return m.get(true) * m.get(false);
        });
    }

    @Test
    void intoAMap() {
        check(x -> legs(x).stream().limit(3).collect(Collectors.toMap(Leg::name, Leg::value)).get("n2"));
    }

    @Test
    void intoAMapWithMergedValues() {
        check(x ->
                legs(x).stream()
                        .collect(Collectors.toMap(Leg::name, Leg::value, (p, q) -> p * q, LinkedHashMap::new))
                        .get("n2"));
    }

    @Test
    void twoSideBySide() {
        check(x ->
                legs(x).stream()
                        .collect(
                                Collectors.teeing(
                                        Collectors.summingDouble(Leg::rate),
                                        Collectors.averagingDouble(Leg::time),
                                        (p, q) -> p * q)));
    }

    @Test
    void greatest() {
        check(x -> legs(x).stream().collect(Collectors.maxBy(Comparator.comparingDouble(Leg::value))).get().value());
    }

    @Test
    void statistics() {
        check(x -> legs(x).stream().collect(Collectors.summarizingDouble(Leg::value)).getAverage());
    }

    @Test
    void threeFunctions() {
        check(x -> legs(x).stream().collect(() -> new double[1], (s, l) -> s[0] += l.value(), (s, t) -> {})[0]);
    }

    @Test
    void text() {
        check(x -> legs(x).stream().map(Leg::name).collect(Collectors.joining(",")).length() * x * x);
    }

    @Test
    void andThen() {
        check(x -> legs(x).stream().collect(Collectors.collectingAndThen(Collectors.toList(), l -> l.get(1).value())));
    }

    @Test
    void filtered() {
        check(x ->
                legs(x).stream()
                        .collect(Collectors.filtering(l -> l.rate() > 0, Collectors.summingDouble(Leg::value))));
    }

    @Test
    void flat() {
        check(x ->
                legs(x).stream()
                        .collect(
                                Collectors.flatMapping(
                                        l -> Stream.of(l.rate(), l.time()), Collectors.averagingDouble(v -> v * v))));
    }

    @Test
    void ofOnesOwn() {
        check(x ->
                legs(x).stream()
                        .collect(
                                Collector.of(
                                        () -> new double[1],
                                        (s, l) -> s[0] += l.value(),
                                        (p, q) -> p,
                                        s -> s[0] * s[0])));
    }
}
