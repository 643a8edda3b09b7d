package dev.fluxion.engine.streams;

import static dev.fluxion.engine.streams.Slope.check;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Streams of numbers that are active, against central finite differences. */
class NumbersOfStreamsTest {
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
    void sum() {
        check(x -> legs(x).stream().mapToDouble(Leg::value).sum());
    }

    @Test
    void average() {
        check(x -> legs(x).stream().mapToDouble(Leg::value).average().getAsDouble());
    }

    @Test
    void leastAndGreatest() {
        check(x ->
                legs(x).stream().mapToDouble(Leg::rate).max().getAsDouble()
                        * legs(x).stream().mapToDouble(Leg::rate).min().orElse(2));
    }

    @Test
    void statistics() {
        check(x -> {
            var s = legs(x).stream().mapToDouble(Leg::rate).summaryStatistics();
            return s.getSum() * s.getMax() + s.getMin() * s.getAverage() + s.getCount();
        });
    }

    @Test
    void sortedNumbers() {
        check(x -> {
            double[] d = legs(x).stream().mapToDouble(Leg::rate).sorted().toArray();
            double s = 0;
            for (int i = 0; i < d.length; i++) s += d[i] * d[i] * (i + 1);
            return s;
        });
    }

    @Test
    void distinctNumbers() {
        check(x -> DoubleStream.of(x, x, 2 * x).distinct().sum());
    }

    @Test
    void collectedNumbers() {
        check(x ->
                legs(x).stream()
                        .mapToDouble(Leg::value)
                        .collect(() -> new double[1], (s, v) -> s[0] += v * v, (s, t) -> {})[0]);
    }

    @Test
    void reducedNumbers() {
        check(x ->
                DoubleStream.of(x, x * x, 3).reduce((p, q) -> p * q).getAsDouble()
                        + DoubleStream.of(x, 3).reduce(1, (p, q) -> p * q));
    }

    @Test
    void boxedAndReduced() {
        check(x -> DoubleStream.of(x, 2 * x, x * x).boxed().reduce(1.0, (p, q) -> p * q));
    }

    @Test
    void boxedIntoAList() {
        check(x -> DoubleStream.of(x, 2 * x, x * x).boxed().collect(Collectors.toList()).get(2));
    }

    @Test
    void optionalNumber() {
        check(x -> OptionalDouble.of(x * x).getAsDouble());
    }

    @Test
    void firstNumber() {
        check(x -> DoubleStream.of(x).map(v -> v * v).findFirst().orElseGet(() -> x));
    }

    @Test
    void iteratorOfNumbers() {
        check(x -> {
            double s = 0;
            for (var it = DoubleStream.of(x, x * x).map(v -> v * v).iterator(); it.hasNext(); ) s += it.nextDouble();
            return s;
        });
    }

    @Test
    void numbersOfAnArray() {
        check(x -> Arrays.stream(new double[] {x, x * x, Math.sin(x)}).map(v -> v * v).filter(v -> v > 1).sum());
    }

    @Test
    void numbersOfStreamsOfThem() {
        check(x -> legs(x).stream().flatMapToDouble(l -> DoubleStream.of(l.rate(), l.time())).map(v -> v * v).sum());
    }

    @Test
    void severalNumbersForEach() {
        check(x ->
                legs(x).stream()
                        .mapMultiToDouble((l, d) -> {
                            d.accept(l.rate());
                            d.accept(l.time() * l.rate());
                        })
                        .sum());
    }
}
