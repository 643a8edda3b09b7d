package dev.fluxion.engine.streams;

import static dev.fluxion.engine.streams.Slope.check;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Where streams of active things begin, against central finite differences. */
class SourcesOfStreamsTest {
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
    void overAnIndex() {
        check(x -> IntStream.range(0, 5).mapToDouble(i -> Math.sin(x * i)).sum());
    }

    @Test
    void objectsOverAnIndex() {
        check(x -> IntStream.rangeClosed(1, 5).mapToObj(i -> new Leg(x * i, x, "")).mapToDouble(Leg::value).sum());
    }

    @Test
    void eachFromTheOneBefore() {
        check(x -> DoubleStream.iterate(x, v -> v * v / 2).limit(5).sum());
    }

    @Test
    void eachFromTheOneBeforeWhile() {
        check(x -> DoubleStream.iterate(x, v -> v < 10, v -> v * 1.5).map(v -> v * x).sum());
    }

    @Test
    void generated() {
        check(x -> {
            double[] st = {x};
            return DoubleStream.generate(() -> st[0] *= x).limit(4).sum();
        });
    }

    @Test
    void objectsOfAnArray() {
        check(x -> Arrays.stream(new Leg[] {new Leg(x, 1, ""), new Leg(1, x, "")}).mapToDouble(Leg::value).sum());
    }

    @Test
    void oneAfterTheOther() {
        check(x -> Stream.concat(legs(x).stream(), legs(x * x).stream()).mapToDouble(Leg::value).sum());
    }

    @Test
    void ofASpliterator() {
        check(x -> StreamSupport.stream(legs(x).spliterator(), false).mapToDouble(Leg::value).sum());
    }

    @Test
    void givenOneByOne() {
        check(x ->
                Stream.<Leg>builder()
                        .add(new Leg(x, 1, ""))
                        .add(new Leg(1, x, ""))
                        .build()
                        .mapToDouble(Leg::value)
                        .sum());
    }
}
