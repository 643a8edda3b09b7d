package dev.fluxion.engine.collections;

import static dev.fluxion.engine.collections.Samples.map;
import static dev.fluxion.engine.collections.Samples.numbers;
import static dev.fluxion.engine.collections.Samples.ordered;
import static dev.fluxion.engine.streams.Slope.check;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingQueue;

/** Collections that several threads may use, in one thread, against central finite differences. */
@SuppressWarnings("UnnecessaryAsync") // these classes are what is tested
class ConcurrentCollectionsTest {

    @Test
    void skipList() {
        check(x -> ordered(new ConcurrentSkipListMap<>(map(x)).values()));
    }

    @Test
    void methodsOfSkipLists() {
        check(x -> {
            ConcurrentSkipListMap<String, Double> m = new ConcurrentSkipListMap<>();
            m.put("a", x * x);
            m.putIfAbsent("b", x);
            m.merge("a", x, Double::sum);
            m.computeIfAbsent("z", k -> x * 3);
            m.replaceAll((k, v) -> v * x);
            return ordered(m.values()) + m.firstEntry().getValue() + m.get("b");
        });
    }

    @Test
    void viewsOfSkipLists() {
        check(x -> {
            NavigableMap<Double, Double> m = new ConcurrentSkipListMap<>();
            m.put(0.5, x * x);
            m.put(2.0, Math.sin(x));
            return m.floorEntry(1.0).getValue() * m.ceilingEntry(1.0).getValue()
                    + ordered(m.headMap(1.0, true).values());
        });
    }

    @Test
    void skipListSorted() {
        check(x -> ordered(new ConcurrentSkipListMap<>(new TreeMap<>(map(x))).values()));
    }

    @Test
    void skipListForEach() {
        check(x -> {
            double[] s = {0};
            new ConcurrentSkipListMap<>(map(x)).forEach((k, v) -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void skipDescending() {
        check(x -> {
            ConcurrentNavigableMap<String, Double> m = new ConcurrentSkipListMap<>(map(x));
            return ordered(m.descendingMap().values());
        });
    }

    @Test
    void comparatorOrder() {
        check(x -> {
            ConcurrentSkipListMap<String, Double> m = new ConcurrentSkipListMap<>((a, b) -> b.compareTo(a));
            m.putAll(map(x));
            return ordered(m.values());
        });
    }

    @Test
    void skipSet() {
        check(x -> ordered(new ConcurrentSkipListSet<>(numbers(x)).descendingSet()));
    }

    @Test
    void hashMap() {
        check(x -> ordered(new ConcurrentHashMap<>(map(x)).values()));
    }

    @Test
    void methodsOfConcurrentHashMaps() {
        check(x -> {
            ConcurrentMap<String, Double> m = new ConcurrentHashMap<>();
            m.put("a", x);
            m.merge("a", x * x, Double::sum);
            m.computeIfAbsent("b", k -> x * 3);
            return ordered(m.values()) + m.getOrDefault("b", 0.0);
        });
    }

    @Test
    void concurrentForEach() {
        check(x -> {
            double[] s = {0};
            new ConcurrentHashMap<>(map(x)).forEach((k, v) -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void copyOnWrite() {
        check(x -> ordered(new CopyOnWriteArrayList<>(numbers(x))));
    }

    @Test
    void methodsOfCopyOnWriteLists() {
        check(x -> {
            List<Double> l = new CopyOnWriteArrayList<>(numbers(x));
            l.add(x);
            l.replaceAll(v -> v * x);
            l.sort(null);
            l.removeIf(v -> v > 100);
            l.set(0, x * l.get(0));
            return ordered(l);
        });
    }

    @Test
    void copyOnWriteForEach() {
        check(x -> {
            double[] s = {0};
            new CopyOnWriteArrayList<>(numbers(x)).forEach(v -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void copyOnWriteSet() {
        check(x -> {
            var s = new CopyOnWriteArraySet<>(numbers(x));
            s.removeIf(v -> v < 1);
            return ordered(s);
        });
    }

    @Test
    void linkedQueue() {
        check(x -> {
            Queue<Double> q = new ConcurrentLinkedQueue<>(numbers(x));
            q.add(x);
            return q.poll() * q.peek() + ordered(q);
        });
    }

    @Test
    void linkedQueueForEach() {
        check(x -> {
            double[] s = {0};
            new ConcurrentLinkedQueue<>(numbers(x)).forEach(v -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void linkedDeque() {
        check(x -> {
            ConcurrentLinkedDeque<Double> q = new ConcurrentLinkedDeque<>(numbers(x));
            q.addFirst(x);
            return q.pollLast() * q.peek() + ordered(q);
        });
    }

    @Test
    void blocking() {
        check(x -> {
            BlockingQueue<Double> q = new LinkedBlockingQueue<>(numbers(x));
            q.add(x);
            return q.poll() * q.peek() + ordered(q);
        });
    }

    @Test
    void arrayBlocking() {
        check(x -> {
            BlockingQueue<Double> q = new ArrayBlockingQueue<>(9, true, numbers(x));
            q.add(x);
            return q.poll() * q.peek() + ordered(q);
        });
    }

    @Test
    void drain() {
        check(x -> {
            List<Double> l = new ArrayList<>();
            new LinkedBlockingQueue<>(numbers(x)).drainTo(l, 2);
            return ordered(l);
        });
    }
}
