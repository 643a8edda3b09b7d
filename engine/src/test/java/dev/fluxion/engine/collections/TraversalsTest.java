package dev.fluxion.engine.collections;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.engine.collections.Samples.map;
import static dev.fluxion.engine.collections.Samples.numbers;
import static dev.fluxion.engine.collections.Samples.ordered;
import static dev.fluxion.engine.streams.Slope.check;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Iterators, spliterators and views of collections of the JDK, and the order in which elements come. */
@SuppressWarnings({"EmptyBlock", "JdkObsolete"}) // old collections have an order of their own
class TraversalsTest {

    @Test
    void spliteratorRemaining() {
        check(x -> {
            double[] s = {0};
            numbers(x).spliterator().forEachRemaining(v -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void spliteratorAdvance() {
        check(x -> {
            double[] s = {0};
            Spliterator<Double> i = numbers(x).spliterator();
            while (i.tryAdvance(v -> s[0] = 0.7 * s[0] + v * v)) {}
            return s[0];
        });
    }

    @Test
    void spliteratorOfAny() {
        check(x -> {
            double[] s = {0};
            Collection<Double> c = x > 0 ? new LinkedList<>(numbers(x)) : new TreeSet<>(numbers(x));
            c.spliterator().forEachRemaining(v -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void spliteratorOfMap() {
        check(x -> {
            double[] s = {0};
            map(x).values().spliterator().forEachRemaining(v -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void spliteratorOfStream() {
        check(x -> {
            double[] s = {0};
            numbers(x).stream().map(v -> v * x).spliterator().forEachRemaining(v -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void sequencedValues() {
        check(x -> ordered(new LinkedHashMap<>(map(x)).sequencedValues().reversed()));
    }

    @Test
    void sequencedEntries() {
        check(x -> {
            double s = 0;
            for (var e : new LinkedHashMap<>(map(x)).sequencedEntrySet().reversed())
                s = 0.7 * s + e.getValue() * e.getValue();
            return s;
        });
    }

    @Test
    void sequencedKeys() {
        check(x -> {
            var m = new LinkedHashMap<>(map(x));
            double s = 0;
            for (var k : m.sequencedKeySet().reversed()) s = 0.7 * s + m.get(k);
            return s;
        });
    }

    @Test
    void sequencedTree() {
        check(x ->
                ordered(new TreeMap<>(map(x)).sequencedValues())
                        + ordered(new TreeMap<>(map(x)).reversed().sequencedValues()));
    }

    @Test
    void sequencedMapEnds() {
        check(x -> {
            var m = new LinkedHashMap<>(map(x));
            m.putFirst("q", x);
            m.putLast("r", x * x);
            return ordered(m.reversed().values()) + m.pollFirstEntry().getValue() + m.lastEntry().getValue();
        });
    }

    @Test
    void sequencedOfTree() {
        check(x -> ordered(new TreeMap<>(map(x)).reversed().values()));
    }

    @Test
    void enumeration() {
        check(x -> {
            double s = 0;
            var e = new Hashtable<>(map(x)).elements();
            while (e.hasMoreElements()) s = 0.7 * s + e.nextElement();
            return s;
        });
    }

    @Test
    void iteratorRemaining() {
        check(x -> {
            double[] s = {0};
            Iterator<Double> i = numbers(x).iterator();
            i.next();
            i.forEachRemaining(v -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void dequeForEach() {
        check(x -> {
            double[] s = {0};
            new ArrayDeque<>(numbers(x)).forEach(v -> s[0] = 0.7 * s[0] + v * v);
            return s[0];
        });
    }

    @Test
    void newSet() {
        check(x -> ordered(new LinkedHashSet<>(numbers(x)).reversed()));
    }

    @Test
    void asLifo() {
        check(x -> {
            Queue<Double> q = Collections.asLifoQueue(new ArrayDeque<>(numbers(x)));
            return q.poll() + ordered(q);
        });
    }

    @Test
    void newSetFromMap() {
        check(x -> {
            var s = Collections.newSetFromMap(new LinkedHashMap<Double, Boolean>());
            s.addAll(numbers(x));
            return ordered(s);
        });
    }

    @Test
    void aSpliteratorOfAStreamThatWasMadeOutsideIsRefused() {
        double[] row = {1, 2};
        Spliterator<double[]> rows = List.of(row).stream().map(each -> each.clone()).spliterator();
        DoubleArrayFn f =
                w -> {
                    double[] sum = {w[1]};
                    rows.forEachRemaining(each -> sum[0] += each[0]);
                    return sum[0];
                };
        assertThatThrownBy(() -> gradient(f, row))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("runs the functions of a stream that was made outside");
    }

    @Test
    void aSpliteratorOfNumbersIsRefused() {
        double[] numbers = {1, 2};
        Spliterator<Double> boxes = Arrays.spliterator(numbers);
        DoubleArrayFn f = w -> StreamSupport.stream(boxes, false).mapToDouble(each -> each * w[1]).sum();
        assertThatThrownBy(() -> gradient(f, numbers))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("takes the numbers out of an array");
    }
}
