package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Collections that are copied, viewed and sorted, against central finite differences. */
class CollectionsTest {

    private record Leg(double value, String name) {}

    private static List<Leg> legs(double x) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            legs.add(new Leg(Math.sin(i * 7) * x, "leg" + i * 5 % 7));
        }
        return legs;
    }

    private static double weighted(Iterable<Leg> legs) {
        double sum = 0;
        int weight = 1;
        for (Leg leg : legs) {
            sum += leg.value() * leg.value() * weight++;
        }
        return sum;
    }

    private static void check(DoubleFn f) {
        double x = 1.3;
        double h = 1e-5;
        double slope = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        assertThat(gradient(f, x)).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
    }

    @Test
    void copies() {
        check(x -> weighted(new ArrayList<>(legs(x))));
        check(x -> weighted(List.copyOf(legs(x))));
        check(x -> weighted(new LinkedHashSet<>(legs(x))));
        check(x -> {
            Map<String, Leg> legs = new TreeMap<>(Map.of("a", new Leg(x, ""), "b", new Leg(x * x, "")));
            return weighted(new ArrayList<>(legs.values()));
        });
    }

    @Test
    void views() {
        check(x -> weighted(Collections.unmodifiableList(legs(x))));
        check(x -> weighted(Collections.synchronizedList(legs(x))));
        check(x -> {
            Map<String, Leg> legs = new TreeMap<>();
            legs.put("a", new Leg(x * x, ""));
            return weighted(Collections.unmodifiableMap(legs).values());
        });
    }

    @Test
    void aReferenceThatIsHeld() {
        check(x -> new AtomicReference<>(new Leg(x * x, "")).get().value());
    }

    @Test
    void sortedByComparatorsOfTheJdk() {
        check(x -> {
            List<Leg> legs = legs(x);
            legs.sort(Comparator.comparingDouble(Leg::value));
            return weighted(legs);
        });
        check(x -> {
            List<Leg> legs = legs(x);
            legs.sort(Comparator.comparingDouble(Leg::value).reversed());
            return weighted(legs);
        });
        check(x -> {
            List<Leg> legs = legs(x);
            legs.sort(Comparator.comparing(Leg::name).thenComparingDouble(Leg::value));
            return weighted(legs);
        });
        check(x -> {
            List<Leg> legs = legs(x);
            Collections.sort(legs, Comparator.comparing(Leg::value, Comparator.reverseOrder()));
            return weighted(legs);
        });
        check(x -> {
            List<Double> numbers = new ArrayList<>(List.of(x, -x, x * x, 0.1));
            numbers.sort(null);
            return numbers.get(0) + 2 * numbers.get(1) + 3 * numbers.get(2) * numbers.get(3);
        });
    }

    @Test
    void keptInOrder() {
        check(x -> {
            PriorityQueue<Leg> queue = new PriorityQueue<>(Comparator.comparingDouble(Leg::value));
            queue.addAll(legs(x));
            double sum = 0;
            for (int weight = 1; !queue.isEmpty(); weight++) {
                sum += queue.remove().value() * weight;
            }
            return sum;
        });
        check(x -> {
            TreeMap<Leg, Double> values = new TreeMap<>(Comparator.comparingDouble(Leg::value));
            for (Leg leg : legs(x)) {
                values.put(leg, leg.value() * x);
            }
            return values.firstEntry().getValue() * values.lastEntry().getValue();
        });
    }

    /** Computes when it is looked through. */
    private static final class Scaled extends AbstractList<Leg> {
        private final List<Leg> legs;
        private final double by;

        Scaled(List<Leg> legs, double by) {
            this.legs = legs;
            this.by = by;
        }

        @Override
        public Leg get(int index) {
            return new Leg(legs.get(index).value() * by, "");
        }

        @Override
        public int size() {
            return legs.size();
        }
    }

    private static void refused(DoubleFn f) {
        assertThatThrownBy(() -> gradient(f, 1.3))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("Scaled");
    }

    @Test
    void collectionsThatComputeAreNotGivenAway() {
        refused(x -> weighted(new ArrayList<>(new Scaled(legs(x), x))));
        refused(x -> weighted(List.copyOf(new Scaled(legs(x), x))));
        refused(x -> weighted(Collections.unmodifiableList(new Scaled(legs(x), x))));
        refused(x -> {
            List<Leg> legs = new ArrayList<>();
            legs.addAll(new Scaled(legs(x), x));
            return weighted(legs);
        });
        refused(x -> {
            try {
                return weighted(new ArrayList<>(new Scaled(legs(x), x)));
            } catch (RuntimeException e) {
                return x;
            }
        });
    }
}
