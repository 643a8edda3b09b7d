package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Streams of objects that hold active numbers, against central finite differences. */
class StreamsTest {

    private record Leg(double rate, double time) {
        Leg twice() {
            return new Leg(2 * rate, time * rate);
        }

        double value() {
            return Math.sqrt(rate * rate + time * time);
        }
    }

    private static List<Leg> legs(double x) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 1; i < 5; i++) {
            legs.add(new Leg(x * i, i / x));
        }
        return legs;
    }

    private static void check(DoubleFn f) {
        double x = 1.3;
        double h = 1e-5;
        double slope = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        assertThat(gradient(f, x)).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
    }

    @Test
    void eachElement() {
        check(x -> {
            double[] sum = {0};
            legs(x).stream().forEach(leg -> sum[0] += leg.value() * leg.rate());
            return sum[0];
        });
    }

    @Test
    void mappedAndFiltered() {
        check(x -> {
            double[] sum = {0};
            legs(x).stream().map(Leg::twice).filter(leg -> leg.rate() > 3).forEach(leg -> sum[0] += leg.value() * x);
            return sum[0];
        });
    }

    @Test
    void oneAfterAnother() {
        check(x -> {
            double[] sum = {1};
            Stream.concat(legs(x).stream(), legs(x * x).stream()).forEach(leg -> sum[0] *= leg.value());
            return sum[0];
        });
    }

    @Test
    void collected() {
        check(x -> {
            double sum = 0;
            for (Leg leg : legs(x).stream().map(leg -> new Leg(leg.rate() * x, leg.time())).toList()) {
                sum += leg.value();
            }
            return sum;
        });
        check(x -> {
            List<Leg> legs =
                    legs(x).stream().map(Leg::twice).collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
            return legs.get(1).value();
        });
    }

    @Test
    void reduced() {
        check(x -> legs(x).stream().map(Leg::value).reduce(0.0, Double::sum));
        check(x -> legs(x).stream().reduce(0.0, (sum, leg) -> sum + leg.value() * x, Double::sum));
        check(x ->
                legs(x).stream()
                        .reduce((a, b) -> new Leg(a.rate() * b.rate(), a.time() + b.time()))
                        .orElseThrow()
                        .value());
    }

    @Test
    void ofTheValuesOfAMap() {
        check(x -> {
            Map<String, Leg> legs = new TreeMap<>();
            legs.put("a", new Leg(x, x));
            legs.put("b", new Leg(x * x, 1));
            double[] sum = {0};
            legs.values().stream().forEach(leg -> sum[0] += leg.value());
            legs.entrySet().stream().forEach(e -> sum[0] += e.getValue().rate() * e.getKey().length());
            return sum[0];
        });
    }

    /** A collection that gives its own stream. */
    private static final class Doubled extends ArrayList<Leg> {
        private static final long serialVersionUID = 1;

        @Override
        public Stream<Leg> stream() {
            List<Leg> twice = new ArrayList<>();
            for (int i = 0; i < size(); i++) {
                twice.add(get(i).twice());
            }
            return twice.stream();
        }
    }

    @Test
    void ofACollectionOfOnesOwn() {
        check(x -> {
            Doubled legs = new Doubled();
            legs.add(new Leg(x, x * x));
            double[] sum = {0};
            legs.stream().forEach(leg -> sum[0] += leg.value());
            return sum[0];
        });
    }

    @Test
    void withoutNumbers() {
        check(x -> {
            List<String> names = List.of("a", "bc");
            return x * x * names.stream().map(String::toUpperCase).mapToInt(String::length).sum();
        });
    }

    @Test
    void sumsOfParallelStreamsAreRefused() {
        assertThatThrownBy(() -> gradient((DoubleFn) x -> legs(x).parallelStream().mapToDouble(Leg::value).sum(), 1.3))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("parallel stream")
                .hasMessageContaining("sequential()")
                .hasStackTraceContaining("StreamsTest.java");
        assertThatThrownBy(() ->
                        gradient(
                                (DoubleFn) x -> legs(x).stream().map(Leg::value).parallel().reduce(0.0, Double::sum),
                                1.3))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("parallel stream");
    }

    @Test
    void streamsMadeOutsideAreRefused() {
        double[] at = {1.3};
        Stream<Leg> outside = legs(2).stream().map(leg -> new Leg(leg.rate() * at[0], 1));
        DoubleArrayFn sum =
                x -> {
                    double[] total = {0};
                    outside.forEach(leg -> total[0] += leg.rate() * x[0]);
                    return total[0];
                };
        assertThatThrownBy(() -> gradient(sum, at)).isInstanceOf(NotDifferentiableException.class);
    }
}
