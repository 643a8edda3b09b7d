package dev.fluxion.engine.collections;

import static dev.fluxion.engine.streams.Slope.check;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Methods of lists and queues that take functions, parts of lists, iterators, against central finite differences. */
@SuppressWarnings({"BoxingComparator", "JdkObsolete"}) // these methods are what is tested
class ListMethodsTest {
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
    void forEach() {
        check(x -> {
            double[] s = {0};
            legs(x).forEach(l -> s[0] += l.value() * x);
            return s[0];
        });
    }

    @Test
    void replaceAll() {
        check(x -> {
            List<Double> l = new ArrayList<>(List.of(x, x * x));
            l.replaceAll(v -> v * v * x);
            return squares(l);
        });
    }

    @Test
    void removeIf() {
        check(x -> {
            List<Leg> l = legs(x);
            l.removeIf(e -> e.rate() < 0);
            return weighted(l);
        });
    }

    @Test
    void nothingIsRemovedIfThePredicateThrows() {
        check(x -> {
            List<Leg> l = legs(x);
            try {
                l.removeIf(e -> isUnwanted(e, l));
            } catch (IllegalStateException last) {
                return weighted(l) * l.size();
            }
            return 0;
        });
    }

    private static boolean isUnwanted(Leg leg, List<Leg> all) {
        if (leg.equals(all.getLast())) {
            throw new IllegalStateException();
        }
        return true;
    }

    @Test
    void sortByALambda() {
        check(x -> {
            List<Leg> l = legs(x);
            l.sort((p, q) -> Double.compare(p.rate(), q.rate()));
            return weighted(l);
        });
    }

    @Test
    void sortByAReversedComparator() {
        check(x -> {
            List<Leg> l = legs(x);
            l.sort(Comparator.comparing(Leg::name).reversed().thenComparingDouble(Leg::value));
            return weighted(l);
        });
    }

    @Test
    void sortBySeveralKeys() {
        check(x -> {
            List<Leg> l = legs(x);
            l.sort(
                    Comparator.comparing(Leg::name, Comparator.reverseOrder())
                            .thenComparing(Leg::rate)
                            .thenComparing(Comparator.comparingInt(e -> e.name().length())));
            return weighted(l);
        });
    }

    @Test
    void sortWithNullsByFurtherKeys() {
        check(x -> {
            List<Double> numbers = new ArrayList<>(Arrays.asList(null, x, null, -x, x * x));
            numbers.sort(Comparator.nullsFirst(Comparator.<Double>naturalOrder()).reversed().thenComparing(v -> v));
            return numbers.get(0) * numbers.get(1) + numbers.get(2) * (numbers.get(4) == null ? 3 : 5);
        });
    }

    @Test
    void sortWithNulls() {
        check(x -> {
            List<Double> l = new ArrayList<>(Arrays.asList(x, null, -x));
            l.sort(Comparator.nullsFirst(Comparator.naturalOrder()));
            return l.get(1) * l.get(2) * 3;
        });
    }

    @Test
    void subList() {
        check(x -> {
            List<Leg> l = legs(x);
            l.subList(1, 3).clear();
            return weighted(l) + weighted(l.subList(0, 2));
        });
    }

    @Test
    void subListThatIsChanged() {
        check(x -> {
            List<Double> l = new ArrayList<>(List.of(x, x * x, 1.0));
            l.subList(1, 3).replaceAll(v -> v * x);
            l.subList(0, 1).set(0, x * x * x);
            return squares(l);
        });
    }

    @Test
    void deque() {
        check(x -> {
            Deque<Double> d = new ArrayDeque<>();
            d.push(x);
            d.addLast(x * x);
            d.offerFirst(2 * x);
            return d.pop() * d.pollLast() + d.peekFirst();
        });
    }

    @Test
    void queueByAComparator() {
        check(x -> {
            PriorityQueue<Leg> q = new PriorityQueue<>((p, r) -> Double.compare(r.value(), p.value()));
            q.addAll(legs(x));
            double s = 0;
            int k = 1;
            while (!q.isEmpty()) s += q.poll().value() * k++;
            return s;
        });
    }

    @Test
    void iteratorThatSets() {
        check(x -> {
            List<Double> l = new ArrayList<>(List.of(x, x * x));
            for (ListIterator<Double> i = l.listIterator(); i.hasNext(); ) i.set(i.next() * x);
            return squares(l);
        });
    }

    @Test
    void forEachRemaining() {
        check(x -> {
            double[] s = {0};
            legs(x).iterator().forEachRemaining(l -> s[0] += l.value() * x);
            return s[0];
        });
    }

    @Test
    void copyOf() {
        check(x ->
                squares(List.copyOf(new ArrayList<>(List.of(x, x * x))))
                        + Map.copyOf(Map.of("a", x)).get("a")
                        + squares(new TreeSet<>(Set.copyOf(Set.of(x, x * x)))));
    }

    @Test
    void linkedList() {
        check(x -> {
            LinkedList<Double> l = new LinkedList<>(List.of(x, x * x));
            l.addFirst(x * 3);
            l.add(1, x);
            return squares(l) * l.getLast();
        });
    }

    @Test
    void listOfAnArray() {
        check(x -> {
            Double[] d = {x, x * x};
            List<Double> l = Arrays.asList(d);
            l.set(0, x * x * x);
            return d[0] * d[1];
        });
    }

    @Test
    void sets() {
        check(x -> {
            Set<Leg> s = new LinkedHashSet<>(legs(x));
            s.retainAll(legs(x).subList(0, 3));
            return weighted(s);
        });
    }

    @Test
    void bits() {
        check(x -> {
            BitSet b = new BitSet();
            b.set(1);
            b.set(3);
            double s = 0;
            for (int i = b.nextSetBit(0); i >= 0; i = b.nextSetBit(i + 1)) s += Math.pow(x, i);
            return s * b.cardinality();
        });
    }

    @Test
    void joinedText() {
        check(x -> {
            StringJoiner j = new StringJoiner(",");
            for (Leg l : legs(x)) j.add(l.name());
            return j.length() * x * x;
        });
    }
}
