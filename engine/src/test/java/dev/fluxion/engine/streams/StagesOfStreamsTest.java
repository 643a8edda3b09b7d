package dev.fluxion.engine.streams;

import static dev.fluxion.engine.streams.Slope.check;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** What the stages of a stream do with objects that hold active numbers, against central finite differences. */
class StagesOfStreamsTest {
    private record Leg(double rate, double time, String name) {
        double value() {
            return Math.sqrt(rate * rate + time * time);
        }

        Leg twice() {
            return new Leg(2 * rate, time * rate, name);
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
    void sortedByAComparator() {
        check(x ->
                legs(x).stream().sorted(Comparator.comparingDouble(Leg::rate)).limit(2).mapToDouble(Leg::value).sum());
    }

    @Test
    void streamsOfStreams() {
        check(x -> legs(x).stream().flatMap(l -> Stream.of(l, l.twice())).mapToDouble(Leg::value).sum());
    }

    @Test
    void takenWhile() {
        check(x -> legs(x).stream().takeWhile(l -> Math.abs(l.rate()) < 5).mapToDouble(Leg::value).sum());
    }

    @Test
    void droppedWhile() {
        check(x -> legs(x).stream().dropWhile(l -> Math.abs(l.rate()) < 3).mapToDouble(Leg::value).sum());
    }

    @Test
    void skipped() {
        check(x -> legs(x).stream().skip(2).mapToDouble(Leg::value).sum());
    }

    @Test
    void severalForEach() {
        check(x ->
                legs(x).stream()
                        .<Leg>mapMulti((l, d) -> {
                            d.accept(l);
                            if (l.rate() > 0) d.accept(l.twice());
                        })
                        .mapToDouble(Leg::value)
                        .sum());
    }

    @Test
    void shownToAnAction() {
        check(x -> {
            double[] s = {0};
            return s[0] + legs(x).stream().peek(l -> s[0] += l.rate()).mapToDouble(Leg::value).sum() * s[0];
        });
    }

    @Test
    void iterator() {
        check(x -> {
            double s = 0;
            for (var it = legs(x).stream().map(Leg::twice).iterator(); it.hasNext(); ) s += it.next().value();
            return s;
        });
    }

    @Test
    void tests() {
        check(x -> legs(x).stream().anyMatch(l -> l.rate() > 2) ? x * x : x);
    }

    @Test
    void intoAnArray() {
        check(x -> legs(x).stream().map(Leg::twice).toArray(Leg[]::new)[2].value());
    }

    @Test
    void greatestByAComparator() {
        check(x -> legs(x).stream().max(Comparator.comparingDouble(Leg::value)).get().value());
    }

    @Test
    void scanned() {
        check(x ->
                legs(x).stream()
                        .map(Leg::value)
                        .gather(Gatherers.scan(() -> 1.0, (p, q) -> p * q))
                        .mapToDouble(v -> v)
                        .sum());
    }

    @Test
    void folded() {
        check(x ->
                legs(x).stream()
                        .map(Leg::value)
                        .gather(Gatherers.fold(() -> 0.0, (p, q) -> p * .5 + q))
                        .findFirst()
                        .get());
    }

    @Test
    void windows() {
        check(x ->
                legs(x).stream()
                        .map(Leg::value)
                        .gather(Gatherers.windowFixed(2))
                        .mapToDouble(w -> w.get(0) * w.get(w.size() - 1))
                        .sum());
    }

    @Test
    void slidingWindows() {
        check(x ->
                legs(x).stream()
                        .map(Leg::value)
                        .gather(Gatherers.windowSliding(3))
                        .mapToDouble(w -> w.get(0) * w.get(1) * w.get(2))
                        .sum());
    }

    @Test
    void parallelWhereTheOrderDoesNotMatter() {
        check(x -> legs(x).parallelStream().map(Leg::twice).collect(Collectors.toList()).get(1).value());
    }
}
