package dev.fluxion.engine.collections;

import static dev.fluxion.engine.collections.Samples.map;
import static dev.fluxion.engine.collections.Samples.numbers;
import static dev.fluxion.engine.collections.Samples.ordered;
import static dev.fluxion.engine.streams.Slope.check;

import dev.fluxion.DoubleFn;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/** Functions called for each element of a collection or map, in the order that its class has. */
@SuppressWarnings({"IdentityHashMapUsage", "JdkObsolete"}) // old collections have an order of their own
class ForEachTest {

    /** Goes over its numbers backwards by itself, and has an iterator that goes over none. */
    private record Backwards(List<Double> numbers) implements Iterable<Double> {
        @Override
        public Iterator<Double> iterator() {
            return List.<Double>of().iterator();
        }

        @Override
        public void forEach(Consumer<? super Double> action) {
            for (int i = numbers.size() - 1; i >= 0; i--) {
                action.accept(numbers.get(i));
            }
        }
    }

    /** Has the interface's own way, by its iterator. */
    private record Forwards(List<Double> numbers) implements Iterable<Double> {
        @Override
        public Iterator<Double> iterator() {
            return numbers.iterator();
        }
    }

    private static double visited(Iterable<Double> numbers) {
        double[] sum = {0};
        numbers.forEach(each -> sum[0] = 0.7 * sum[0] + each * each);
        return sum[0];
    }

    private static double visited(Map<String, Double> map) {
        double[] sum = {0};
        map.forEach((key, each) -> sum[0] = 0.7 * sum[0] + each * each);
        return sum[0];
    }

    @Test
    void forEachIterable() {
        check(x -> {
            double[] s = {0};
            Iterable<Double> l = numbers(x);
            l.forEach(v -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void forEachMap() {
        check(x -> {
            double[] s = {0};
            map(x).forEach((k, v) -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void forEachHashtable() {
        check(x -> {
            double[] s = {0};
            new Hashtable<>(map(x)).forEach((k, v) -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void forEachWeak() {
        check(x -> {
            double[] s = {0};
            new WeakHashMap<>(map(x)).forEach((k, v) -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void forEachIdentity() {
        check(x -> {
            double[] s = {0};
            new IdentityHashMap<>(map(x)).forEach((k, v) -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void hashtableReplaceAll() {
        check(x -> {
            double[] s = {0};
            Map<String, Double> m = new Hashtable<>(map(x));
            m.replaceAll((k, v) -> s[0] = 0.7 * s[0] + v * v);
            return ordered(m.values());
        });
    }

    @Test
    void weakReplaceAll() {
        check(x -> {
            double[] s = {0};
            Map<String, Double> m = new WeakHashMap<>(map(x));
            m.replaceAll((k, v) -> s[0] = 0.7 * s[0] + v * v);
            return ordered(m.values());
        });
    }

    @Test
    void whatHashtableSeesWhenItIsChangedIsThrown() {
        DoubleFn f =
                x -> {
                    Map<String, Double> map = new Hashtable<>(map(x));
                    try {
                        map.forEach((key, value) -> map.put(key + key, value * x));
                    } catch (ConcurrentModificationException changed) {
                        return map.values().stream().mapToDouble(each -> each).sum();
                    }
                    return 0;
                };
        check(f);
    }

    @Test
    void classesOfOnesOwnGoTheirOwnWay() {
        check(x -> visited(new Backwards(numbers(x))));
        check(x -> visited(new Forwards(numbers(x))) * visited(numbers(x)));
        check(x -> visited(x > 0 ? new Backwards(numbers(x)) : numbers(x)));
    }

    @Test
    void viewsGoTheWayOfWhatIsBehindThem() {
        for (Map<String, Double> map :
                List.of(new Hashtable<>(map(0.4)), new WeakHashMap<>(map(0.4)), new TreeMap<>(map(0.4)))) {
            check(x -> visited(map) * x);
            check(x -> visited(Collections.unmodifiableMap(map)) * x);
            check(x -> visited(Collections.synchronizedMap(map)) * x);
        }
        check(x -> visited(Collections.unmodifiableMap(new Hashtable<>(map(x)))));
        check(x -> visited(map(x)) + visited(Map.of("a", x)) + visited(new TreeMap<>(map(x)).descendingMap()));
    }

    @Test
    void aValueThatIsReplacedOnTheWayIsSeen() {
        for (boolean isWeak : new boolean[] {true, false}) {
            check(x -> {
                Map<String, Double> map = isWeak ? new WeakHashMap<>(map(x)) : new Hashtable<>(map(x));
                double[] sum = {0};
                map.forEach((key, value) -> {
                    sum[0] = 0.7 * sum[0] + value * value;
                    map.replace("a", x * x);
                    map.replace("b", x / 2);
                    map.replace("c", 1 / x);
                });
                return sum[0];
            });
        }
    }
}
