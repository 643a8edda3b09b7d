package dev.fluxion.engine.streams;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.engine.streams.Slope.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Streams of collections of which the call does not tell the class: those of the JDK, and those that do otherwise. */
@SuppressWarnings("JdkObsolete") // old collections have streams, too
class StreamsOfAnyCollectionTest {
    record Leg(double rate, double time) {
        Leg twice() {
            return new Leg(2 * rate, time * rate);
        }

        double value() {
            return Math.sqrt(rate * rate + time * time);
        }
    }

    private static List<Leg> legs(double x) {
        return new ArrayList<>(List.of(new Leg(x, 1), new Leg(x * x, 2), new Leg(1 / x, x)));
    }

    /** The sum of digits that differ, so that it tells the order. */
    private static double ordered(Collection<Leg> legs) {
        double[] all = {0};
        legs.stream().filter(leg -> leg.time() > 0).forEach(leg -> all[0] = 0.7 * all[0] + leg.value());
        return all[0] + legs.stream().mapToDouble(Leg::value).sum() + legs.stream().count();
    }

    private static Map<String, Leg> put(Map<String, Leg> map, double x) {
        for (int i = 0; i < 9; i++) {
            map.put("leg " + i * i, new Leg(x * i, i + x));
        }
        return map;
    }

    static List<UnaryOperator<Collection<Leg>>> collections() {
        return List.of(
                ArrayList::new,
                LinkedList::new,
                ArrayDeque::new,
                Vector::new,
                LinkedHashSet::new,
                List::copyOf,
                CopyOnWriteArrayList::new,
                CopyOnWriteArraySet::new,
                ConcurrentLinkedQueue::new,
                legs -> Arrays.asList(legs.toArray(new Leg[0])),
                legs -> new ArrayList<>(legs).subList(1, 3),
                legs -> Collections.nCopies(3, legs.iterator().next()),
                Collections::unmodifiableCollection,
                legs -> Collections.unmodifiableList(new LinkedList<>(legs)),
                legs -> Collections.synchronizedList(new ArrayList<>(legs)),
                legs -> new ArrayList<>(legs).reversed(),
                legs -> put(new TreeMap<>(), legs.iterator().next().rate()).values(),
                legs -> put(new LinkedHashMap<>(), legs.iterator().next().rate()).values(),
                legs -> put(new ConcurrentHashMap<>(), legs.iterator().next().rate()).values(),
                legs -> put(Collections.synchronizedMap(new TreeMap<>()), legs.iterator().next().rate()).values(),
                legs -> Collections.unmodifiableMap(put(new TreeMap<>(), legs.iterator().next().rate())).values(),
                legs -> put(new WeakHashMap<>(), legs.iterator().next().rate()).values());
    }

    @ParameterizedTest
    @MethodSource("collections")
    void ofTheJdk(UnaryOperator<Collection<Leg>> made) {
        for (double x : new double[] {0.4, 1.3}) {
            Collection<Leg> all = made.apply(legs(x));
            check(y -> ordered(all) * y);
        }
    }

    @Test
    void ofTheJdkWithActiveElements() {
        check(x -> ordered(Collections.unmodifiableList(legs(x))));
        check(x -> ordered(new LinkedList<>(legs(x))));
        check(x -> ordered(put(new TreeMap<>(), x).values()));
        check(x -> ordered(put(new LinkedHashMap<>(), x).values()));
    }

    /** A stream of a snapshot does not see what is added later; others do. */
    @Test
    void whatIsAddedBeforeTheEnd() {
        for (Collection<Leg> empty : List.of(new ArrayList<Leg>(), new CopyOnWriteArrayList<Leg>())) {
            check(x -> {
                empty.clear();
                empty.add(new Leg(x, 1));
                Stream<Leg> stream = empty.stream();
                empty.add(new Leg(x * x, 1));
                return stream.mapToDouble(Leg::value).sum();
            });
        }
    }

    /** A collection that gives its own stream. */
    private static final class Doubled extends ArrayList<Leg> {
        private static final long serialVersionUID = 1;
        int closed;

        @Override
        public Stream<Leg> stream() {
            List<Leg> twice = new ArrayList<>();
            for (int i = 0; i < size(); i++) {
                twice.add(get(i).twice());
            }
            return twice.stream().onClose(() -> closed++);
        }

        @Override
        public Stream<Leg> parallelStream() {
            return stream().map(Leg::twice);
        }
    }

    private static Collection<Leg> doubled(double x) {
        Doubled legs = new Doubled();
        legs.add(new Leg(x, x * x));
        legs.add(new Leg(x * x * x, 1));
        return legs;
    }

    @Test
    void ofOnesOwn() {
        check(x -> {
            Collection<Leg> legs = doubled(x);
            return legs.stream().mapToDouble(Leg::value).sum() + legs.stream().count();
        });
        check(x -> {
            Collection<Leg> legs = doubled(x);
            return legs.parallelStream().mapToDouble(Leg::value).sum();
        });
    }

    @Test
    void ofOnesOwnMadeOutside() {
        Collection<Leg> legs = doubled(1.7);
        check(x -> legs.stream().map(leg -> new Leg(leg.rate() * x, leg.time())).mapToDouble(Leg::value).sum());
        check(x -> ordered(legs) * x);
    }

    /** A collection whose stream begins with that of the class above. */
    private static final class Further extends ArrayList<Leg> {
        private static final long serialVersionUID = 1;

        Further(Collection<Leg> legs) {
            super(legs);
        }

        @Override
        public Stream<Leg> stream() {
            return super.stream().map(Leg::twice);
        }
    }

    @Test
    void ofOnesOwnAndThatOfTheClassAbove() {
        Collection<Leg> legs = new Further(legs(1.7));
        check(x -> ordered(legs) * x);
    }

    @Test
    void classesMeetAtOneCall() {
        List<Collection<Leg>> both = List.of(doubled(1.7), legs(1.7), new LinkedList<>(legs(0.3)), doubled(0.2));
        check(x -> {
            double sum = 0;
            for (Collection<Leg> legs : both) {
                sum += legs.stream().mapToDouble(leg -> leg.value() * x * x).sum();
            }
            return sum;
        });
    }

    @Test
    void handlersOfOnesOwnRunOnce() {
        Doubled legs = (Doubled) doubled(2);
        double slope =
                gradient(
                        (DoubleFn)
                                x -> {
                                    Collection<Leg> any = legs;
                                    try (Stream<Leg> stream = any.stream()) {
                                        return stream.mapToDouble(leg -> leg.value() * x).sum();
                                    }
                                },
                        1.3);
        assertThat(slope).isEqualTo(legs.stream().mapToDouble(Leg::value).sum());
        assertThat(legs.closed).isEqualTo(1);
    }

    /** A collection with no more than an iterator, which computes. */
    private static final class Growing extends AbstractCollection<Leg> {
        private final double start;

        Growing(double start) {
            this.start = start;
        }

        @Override
        public Iterator<Leg> iterator() {
            return new Iterator<>() {
                private int i;

                @Override
                public boolean hasNext() {
                    return i < 4;
                }

                @Override
                public Leg next() {
                    i++;
                    return new Leg(start * i, i / start);
                }
            };
        }

        @Override
        public int size() {
            return 4;
        }
    }

    @Test
    void overAnIteratorOfOnesOwn() {
        check(x -> ordered(new Growing(x)));
        Collection<Leg> growing = new Growing(1.7);
        check(x -> growing.stream().mapToDouble(leg -> leg.value() * x).sum());
    }

    /** A collection whose spliterator computes other elements than its iterator. */
    private static final class Split extends AbstractList<Leg> {
        private final double start;

        Split(double start) {
            this.start = start;
        }

        @Override
        public Leg get(int index) {
            return new Leg(start + index, 1);
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public Spliterator<Leg> spliterator() {
            return new Spliterators.AbstractSpliterator<>(3, Spliterator.ORDERED) {
                private int i;

                @Override
                public boolean tryAdvance(Consumer<? super Leg> action) {
                    if (i == 3) {
                        return false;
                    }
                    action.accept(new Leg(start * start * i++, start));
                    return true;
                }
            };
        }
    }

    @Test
    void overASpliteratorOfOnesOwn() {
        Collection<Leg> outside = new Split(1.7);
        check(x -> outside.stream().mapToDouble(leg -> leg.value() * x).sum());
        check(x -> {
            Collection<Leg> legs = List.of(new Split(x)).getFirst();
            return legs.stream().mapToDouble(Leg::value).sum();
        });
        assertThatThrownBy(() -> gradient((DoubleFn) x -> new Split(x).stream().mapToDouble(Leg::value).sum(), 1.3))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("tryAdvance");
    }

    /** The JDK's stream of such a list does not ask its iterator. */
    private static final class Reordered extends ArrayList<Leg> {
        private static final long serialVersionUID = 1;

        Reordered(Collection<Leg> legs) {
            super(legs);
        }

        @Override
        public Iterator<Leg> iterator() {
            return reversed().iterator();
        }
    }

    @Test
    void overAnIteratorThatIsNotAsked() {
        List<Leg> legs = new Reordered(legs(2));
        check(x -> ordered(legs) * x);
        assertThatThrownBy(() -> gradient((DoubleFn) x -> ordered(new Reordered(legs(x))), 1.3))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("Reordered");
    }

    @Test
    void ofNull() {
        List<Collection<Leg>> none = new ArrayList<>();
        none.add(null);
        assertThatThrownBy(() -> gradient((DoubleFn) x -> x * none.get(0).stream().mapToDouble(Leg::value).sum(), 1.3))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void sumsOfParallelStreamsAreRefused() {
        Collection<Leg> legs = legs(2);
        assertThatThrownBy(() ->
                        gradient((DoubleFn) x -> legs.parallelStream().mapToDouble(l -> l.value() * x).sum(), 1.3))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("parallel stream");
    }
}
