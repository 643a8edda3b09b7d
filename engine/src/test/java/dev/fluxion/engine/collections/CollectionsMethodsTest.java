package dev.fluxion.engine.collections;

import static dev.fluxion.engine.streams.Slope.check;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The methods of {@code Collections}, against central finite differences. */
class CollectionsMethodsTest {
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

    @Test
    void sort() {
        check(x -> {
            List<Double> l = new ArrayList<>(List.of(x, -x, x * x));
            Collections.sort(l);
            return squares(l);
        });
    }

    @Test
    void reverse() {
        check(x -> {
            List<Leg> l = legs(x);
            Collections.reverse(l);
            return weighted(l);
        });
    }

    @Test
    void shuffle() {
        check(x -> {
            List<Leg> l = legs(x);
            Collections.shuffle(l, new Random(42));
            return weighted(l);
        });
    }

    @Test
    void swap() {
        check(x -> {
            List<Leg> l = legs(x);
            Collections.swap(l, 0, 3);
            return weighted(l);
        });
    }

    @Test
    void rotate() {
        check(x -> {
            List<Leg> l = legs(x);
            Collections.rotate(l, 2);
            return weighted(l);
        });
    }

    @Test
    void maxAndMin() {
        check(x -> Collections.max(List.of(x, x * x, -x)) * Collections.min(List.of(x, x * x, -x)));
    }

    @Test
    void maxByAComparator() {
        check(x -> Collections.max(legs(x), Comparator.comparingDouble(Leg::value)).value());
    }

    @Test
    void minByALambda() {
        check(x -> Collections.min(legs(x), (p, q) -> Double.compare(p.rate(), q.rate())).value());
    }

    @Test
    void unmodifiable() {
        check(x ->
                weighted(Collections.unmodifiableList(legs(x)))
                        + weighted(Collections.unmodifiableCollection(legs(x))));
    }

    @Test
    void nCopies() {
        check(x -> squares(Collections.nCopies(3, x * x)));
    }

    @Test
    void addAll() {
        check(x -> {
            List<Double> l = new ArrayList<>();
            Collections.addAll(l, x, x * x, 2.0);
            return squares(l);
        });
    }

    @Test
    void emptyAndSingle() {
        check(x -> {
            List<Double> l = Collections.emptyList();
            return squares(l) + x * squares(Collections.singletonList(x * x));
        });
    }

    @Test
    void fill() {
        check(x -> {
            List<Double> l = new ArrayList<>(List.of(1.0, 2.0));
            Collections.fill(l, x * x);
            return squares(l);
        });
    }

    @Test
    void frequency() {
        check(x -> Collections.frequency(List.of("a", "b", "a"), "a") * x * x);
    }

    @Test
    void disjoint() {
        check(x -> Collections.disjoint(List.of("a"), List.of("b")) ? x * x : x);
    }

    @Test
    void binarySearch() {
        check(x -> Collections.binarySearch(List.of(1.0, x, x * x), x) * x * x);
    }
}
