package dev.fluxion.engine.containers;

import static dev.fluxion.Fluxion.explain;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.gradientAsTangent;
import static dev.fluxion.Fluxion.objectGradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ObjectGradient;
import dev.fluxion.ObjectGradients2;
import dev.fluxion.ValueAndGradient;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Gradients in lists of numbers, arrays, records, lists. */
@SuppressWarnings("JdkObsolete") // they are lists, too
class ListArgumentsTest {

    record Point(double x, double y) {}

    @SuppressWarnings("ArrayRecordComponent") // to take gradients in
    record Layer(double[] weights, double bias, String name) {}

    static final class Cell {
        double value;

        Cell(double value) {
            this.value = value;
        }
    }

    private static double product(Iterable<Double> list) {
        double product = 1;
        for (double x : list) {
            product *= x;
        }
        return product;
    }

    @Test
    void aListOfNumbers() {
        List<Double> g = gradient(w -> w.get(0) * w.get(1), List.of(2.0, 3.0));
        assertThat(g).containsExactly(3.0, 2.0);
        assertThat(gradient(ListArgumentsTest::product, List.of(2.0, 3.0, 5.0))).containsExactly(15.0, 10.0, 6.0);
        List<Float> floats = gradient(w -> w.get(0) * w.get(1), List.of(2f, 3f));
        assertThat(floats).containsExactly(3f, 2f);
    }

    @Test
    void listsOfTheJdkHaveListsOfTheirClass() {
        List<Double> numbers = List.of(2.0, 3.0);
        assertOfItsClass(new ArrayList<>(numbers));
        assertOfItsClass(new LinkedList<>(numbers));
        assertOfItsClass(new Vector<>(numbers));
        assertOfItsClass(new CopyOnWriteArrayList<>(numbers));
        assertOfItsClass(new ArrayDeque<>(numbers));
        assertOfItsClass(new ConcurrentLinkedQueue<>(numbers));
    }

    private static void assertOfItsClass(Collection<Double> numbers) {
        Collection<Double> g = gradient(ListArgumentsTest::product, numbers);
        assertThat(g).containsExactly(3.0, 2.0).hasSameClassAs(numbers).isNotSameAs(numbers);
        assertThat(numbers).containsExactly(2.0, 3.0);
    }

    @Test
    void viewsAndUnmodifiableListsHaveOrdinaryOnes() {
        List<Double> numbers = new ArrayList<>(List.of(7.0, 2.0, 3.0));
        assertPartials(numbers.subList(1, 3));
        assertPartials(Arrays.asList(2.0, 3.0));
        assertPartials(Collections.unmodifiableList(numbers.subList(1, 3)));
        assertPartials(Collections.synchronizedList(new LinkedList<>(List.of(2.0, 3.0))));
        assertPartials(new ArrayList<>(List.of(3.0, 2.0)).reversed());
        assertThat(gradient(l -> 2 * l.getFirst(), Collections.singletonList(1.0))).containsExactly(2.0);
        Deque<Double> reversed = gradient(d -> 2 * d.getFirst(), new ArrayDeque<>(numbers).reversed());
        assertThat(reversed).as("in the order of the view").containsExactly(2.0, 0.0, 0.0);
        Collection<Double> values = new HashMap<>(Map.of("a", 2.0)).values();
        assertThat(gradient(ListArgumentsTest::product, values)).containsExactly(1.0);
    }

    private static void assertPartials(List<Double> twoAndThree) {
        assertThat(gradient(ListArgumentsTest::product, twoAndThree)).containsExactly(3.0, 2.0);
    }

    @Test
    void nullAndWhatHoldsNoNumberStay() {
        List<@Nullable Object> mixed = new ArrayList<>(Arrays.asList(2.0, null, "text", 5));
        List<@Nullable Object> g = gradient(l -> 3 * (Double) java.util.Objects.requireNonNull(l.get(0)), mixed);
        assertThat(g).containsExactly(3.0, null, "text", 5);
        assertThat(g.get(2)).isSameAs(mixed.get(2));
    }

    @Test
    void listsOfArraysRecordsAndLists() {
        List<double[]> rows = List.of(new double[] {1, 2}, new double[] {3});
        assertThat(gradient(r -> r.get(0)[1] * r.get(1)[0], rows))
                .containsExactly(new double[] {0, 3}, new double[] {2});
        List<Point> points = List.of(new Point(1, 2), new Point(3, 4));
        assertThat(gradient(p -> p.get(0).x() * p.get(1).y(), points))
                .containsExactly(new Point(4, 0), new Point(0, 1));
        List<List<Double>> nested = List.of(List.of(2.0), List.of(), List.of(3.0, 4.0));
        assertThat(gradient(n -> n.get(0).get(0) * n.get(2).get(1), nested))
                .isEqualTo(List.of(List.of(4.0), List.of(), List.of(0.0, 2.0)));
        List<Layer> layers = List.of(new Layer(new double[] {1, 2}, 3, "first"));
        Layer g = gradient(l -> l.get(0).weights()[1] * l.get(0).bias(), layers).getFirst();
        assertThat(g.weights()).containsExactly(0, 3);
        assertThat(g.bias()).isEqualTo(2);
        assertThat(g.name()).isEqualTo("first");
    }

    record Model(List<Double> weights, List<String> names, @Nullable List<Double> none, Optional<Double> maybe) {}

    @Test
    void listsInRecordsAndArrays() {
        Model model = new Model(new ArrayList<>(List.of(2.0, 3.0)), List.of("a"), null, Optional.of(4.0));
        Model g = gradient(m -> m.weights().get(0) * m.weights().get(1) * m.maybe().get(), model);
        assertThat(g).isEqualTo(new Model(List.of(12.0, 8.0), List.of("a"), null, Optional.of(6.0)));
        assertThat(g.names()).isSameAs(model.names());
        Object[] array = {List.of(2.0), new double[] {3}};
        Object[] inArray = gradient(a -> (Double) ((List<?>) a[0]).get(0) * ((double[]) a[1])[0], array);
        assertThat(inArray[0]).isEqualTo(List.of(3.0));
        assertThat((double[]) inArray[1]).containsExactly(2);
    }

    @Test
    void theShapeIsThatOfTheArgumentAtEntry() {
        List<Double> list = new ArrayList<>(List.of(2.0, 3.0, 5.0));
        List<Double> g =
                gradient(
                        l -> {
                            double first = l.get(0);
                            l.set(0, first * first);
                            l.add(7 * l.get(0));
                            l.remove(1);
                            return l.get(0) * l.getLast();
                        },
                        list);
        assertThat(g).containsExactly(7 * 4 * 8.0, 0.0, 0.0);
        assertThat(list).containsExactly(4.0, 5.0, 28.0);
        List<Double> cleared =
                gradient(
                        l -> {
                            double y = l.get(0) * l.get(1);
                            l.clear();
                            return y;
                        },
                        new ArrayList<>(List.of(2.0, 3.0)));
        assertThat(cleared).containsExactly(3.0, 2.0);
    }

    record Scratch(double x, List<Double> buffer) {}

    @Test
    void whatIsPutIntoAnEmptyListIsNoPartOfTheGradient() {
        Scratch scratch = new Scratch(3, new ArrayList<>());
        Scratch g =
                gradient(
                        s -> {
                            s.buffer().add(s.x() * s.x());
                            return s.buffer().get(0);
                        },
                        scratch);
        assertThat(g).isEqualTo(new Scratch(6, List.of()));
        assertThat(gradient(l -> 3.0 * l.size(), new ArrayList<Double>())).isEmpty();
    }

    @Test
    void oneListReachedTwiceIsOne() {
        List<Double> shared = new ArrayList<>(List.of(2.0, 3.0));
        List<List<Double>> twice = List.of(shared, shared);
        List<List<Double>> g = gradient(l -> l.get(0).get(0) * l.get(1).get(0), twice);
        assertThat(g.get(0)).isSameAs(g.get(1)).containsExactly(4.0, 0.0);
        ObjectGradients2<List<Double>, List<Double>> both = gradient((a, b) -> a.get(0) * b.get(1), shared, shared);
        assertThat(both.first()).containsExactly(3.0, 2.0).isEqualTo(both.second());
        Point point = new Point(2, 3);
        List<Point> points = gradient(l -> l.get(0).x() * l.get(1).y(), List.of(point, point));
        assertThat(points.get(0)).isSameAs(points.get(1)).isEqualTo(new Point(3, 2));
    }

    @Test
    void oneBoxAtTwoPlacesIsRefused() {
        Double box = 2.0;
        assertThatThrownBy(() -> gradient(l -> l.get(0) * l.get(1), List.of(box, box))).hasMessageContaining("FX-0307");
        assertThatThrownBy(() -> gradient(l -> l.get(0), Collections.nCopies(3, 2.0))).hasMessageContaining("FX-0307");
        assertThat(gradient(l -> l.get(2), List.of(box, box, 3.0))).containsExactly(0.0, 0.0, 1.0);
        assertThat(gradient(l -> l.get(0) * l.get(1), List.of(2.0, 2.0))).containsExactly(2.0, 2.0);
    }

    @Test
    void aCapturedListThatIsTheArgumentIsOneList() {
        List<Double> list = new ArrayList<>(List.of(2.0, 3.0));
        assertThat(gradient(l -> l.get(0) * list.get(0) * list.get(1), list)).containsExactly(12.0, 4.0);
        List<Double> view = Collections.unmodifiableList(list);
        assertThat(gradient(v -> v.get(0) * list.get(0), view)).containsExactly(4.0, 0.0);
    }

    @Test
    void aListAndAViewOfItAreTwoPlacesOfOneBox() {
        List<Double> list = new ArrayList<>(List.of(2.0, 3.0));
        assertThatThrownBy(() -> gradient((l, v) -> l.get(0) * v.get(0), list, list.subList(0, 1)))
                .hasMessageContaining("FX-0307")
                .hasMessageContaining("2 places");
    }

    @Test
    void aListThatHoldsItself() {
        List<Object> list = new ArrayList<>(List.of(2.0));
        list.add(list);
        List<Object> g = gradient(l -> 3 * (Double) ((List<?>) l.get(1)).get(0), list);
        assertThat(g.get(0)).isEqualTo(3.0);
        assertThat(g.get(1)).isSameAs(g);
        Tangent t = gradientAsTangent(l -> 3 * (Double) ((List<?>) l.get(1)).get(0), list);
        assertThat(t.tangent(1)).isSameAs(t);
        assertThat(t).hasToString("[3.0, [...]]");
    }

    @Test
    void valueCompiledFormsAndExplanations() {
        ValueAndGradient<List<Double>> vg = withGradient(w -> w.get(0) * w.get(1), List.of(2.0, 3.0));
        assertThat(vg.value()).isEqualTo(6);
        assertThat(vg.gradient()).containsExactly(3.0, 2.0);
        ObjectGradient<List<Double>> kept = objectGradient((List<Double> w) -> w.get(0) * w.get(1));
        assertThat(kept.at(List.of(2.0, 3.0))).containsExactly(3.0, 2.0);
        assertThat(kept.at(new LinkedList<>(List.of(5.0, 7.0)))).containsExactly(7.0, 5.0);
        assertThat(kept.tangentAt(List.of(2.0, 3.0)).asList(Double.class)).containsExactly(3.0, 2.0);
        assertThat(explain(w -> w.get(0) * w.get(1), List.of(2.0, 3.0)).adjointIr()).contains("get");
        var g = gradient((w, x) -> w.get(0) * x[1], List.of(2.0), new double[] {3, 4});
        assertThat(g.first()).containsExactly(4.0);
        assertThat(g.second()).containsExactly(0, 2);
    }

    @Test
    void listsThatNeedTangents() {
        List<Cell> cells = List.of(new Cell(2), new Cell(3));
        assertThatThrownBy(() -> gradient(c -> c.get(0).value * c.get(1).value, cells))
                .hasMessageContaining("FX-0306")
                .hasMessageContaining("Cell")
                .hasMessageContaining("gradientAsTangent");
        Tangent t = gradientAsTangent(c -> c.get(0).value * c.get(1).value, cells);
        assertThat(t.tangent(0).number("value")).isEqualTo(3);
        assertThat(t.tangent(1).number("value")).isEqualTo(2);
        assertThat(t.size()).isEqualTo(2);
    }

    @Test
    void setsAndPriorityQueuesHaveTangents() {
        Set<Double> set = new LinkedHashSet<>(List.of(2.0, 3.0, 3.5));
        assertThatThrownBy(() -> gradient(ListArgumentsTest::product, set))
                .hasMessageContaining("FX-0306")
                .hasMessageContaining("it is a set");
        assertThat(gradientAsTangent(ListArgumentsTest::product, set).asList(Double.class))
                .containsExactly(10.5, 7.0, 6.0);
        PriorityQueue<Double> queue = new PriorityQueue<>(List.of(2.0, 3.0));
        assertThatThrownBy(() -> gradient(ListArgumentsTest::product, queue)).hasMessageContaining("FX-0306");
        assertThat(gradientAsTangent(ListArgumentsTest::product, queue).number(1)).isEqualTo(2);
        Set<String> texts = Set.of("a");
        record Named(Set<String> names, double x) {}
        assertThat(gradient(n -> 2 * n.x(), new Named(texts, 1)).names()).isSameAs(texts);
        assertThat(gradient(s -> s.isEmpty() ? 1 : product(s), new HashSet<Double>())).isEmpty();
    }

    @Test
    void listsWithoutNumbers() {
        assertThatThrownBy(() -> gradient(l -> l.size(), List.of("a")))
                .hasMessageContaining("FX-0205")
                .hasMessageContaining("no double or float can be reached");
        List<String> texts = List.of("a");
        ObjectGradients2<List<String>, Double> g = gradient((l, x) -> l.size() * x, texts, 2.0);
        assertThat(g.first()).isSameAs(texts);
        assertThat(g.second()).isEqualTo(1);
    }

    /** A list whose numbers are in a field of its own. */
    static final class Pair extends java.util.AbstractList<Double> {
        double[] numbers = {2, 3};

        @Override
        public Double get(int index) {
            return numbers[index];
        }

        @Override
        public int size() {
            return 2;
        }
    }

    /** A list that inherits where it keeps its elements. */
    static final class Own extends ArrayList<Double> {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void listsOfClassesOfOnesOwnAreObjects() {
        Tangent t = gradientAsTangent(p -> p.get(0) * p.numbers[1], new Pair());
        assertThat(t.doubles("numbers")).containsExactly(3, 2);
        assertThatThrownBy(() -> gradient(p -> p.get(0), new Pair())).hasMessageContaining("FX-0306");
        Own own = new Own();
        own.add(2.0);
        assertThatThrownBy(() -> gradient(o -> o.get(0), own))
                .hasMessageContaining("FX-0306")
                .hasMessageContaining("inherits from java.util.ArrayList");
    }

    @Test
    void viewsOfListsThatMakeTheirElementsAreRefused() {
        for (List<Double> view :
                List.of(
                        Collections.unmodifiableList(new Pair()),
                        new Pair().subList(0, 2),
                        new Pair().reversed(),
                        Collections.synchronizedList(new Pair()))) {
            assertThatThrownBy(() -> gradient(l -> l.get(0) * l.get(1), view))
                    .hasMessageContaining("FX-0306")
                    .hasMessageContaining("gives other objects each time");
            assertThatThrownBy(() -> gradientAsTangent(l -> l.get(0) * l.get(1), view)).hasMessageContaining("FX-0306");
        }
        record Holding(List<Double> list, double x) {}
        Tangent t = gradientAsTangent(h -> h.list().get(0) * h.x(), new Holding(new Pair().reversed(), 5));
        assertThat(t.number("x")).isEqualTo(3);
        assertThatThrownBy(() -> t.get("list")).hasMessageContaining("gives other objects each time");
        List<List<Double>> inner =
                Collections.unmodifiableList(
                        new java.util.AbstractList<>() {
                            @Override
                            public List<Double> get(int index) {
                                return List.of(index + 2.0);
                            }

                            @Override
                            public int size() {
                                return 2;
                            }
                        });
        assertThatThrownBy(() -> gradient(l -> l.get(0).get(0), inner)).hasMessageContaining("FX-0306");
    }

    @Test
    void entriesThatAreMadeAnewHoldTheSameBoxes() {
        Map<String, Double> map = Collections.unmodifiableMap(new HashMap<>(Map.of("a", 2.0)));
        Tangent t = gradientAsTangent(set -> 3 * set.iterator().next().getValue(), map.entrySet());
        assertThat(t.tangent(0).number("value")).isEqualTo(3);
    }

    @Test
    void gradientsInListsTakenInsideAreRefused() {
        List<Double> list = List.of(2.0, 3.0);
        assertThatThrownBy(() -> gradient(x -> gradient(l -> l.get(0) * x, list).get(0), 3.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("must be of a function between numbers and arrays of numbers");
        assertThatThrownBy(() -> gradient(m -> gradient(n -> n.get("a") * n.get("a"), m).get("a"), Map.of("a", 3.0)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("must be of a function between numbers and arrays of numbers");
        assertThat(gradient(l -> gradient(y -> y * y * l.get(0), l.get(1)), list)).containsExactly(6.0, 4.0);
        assertThat(gradient(l -> gradient(y -> y * y * l.get(0), (double) l.get(1)), list)).containsExactly(6.0, 4.0);
    }

    @Test
    void chainsOfListsNeedNoStack() {
        List<Object> chain = new ArrayList<>(List.of(1.0));
        for (int i = 0; i < 100_000; i++) {
            chain = new ArrayList<>(List.of(chain));
        }
        List<Object> g = gradient(ListArgumentsTest::innermost, chain);
        assertThat(innermost(g)).as("three times the gradient").isEqualTo(9);
    }

    private static double innermost(Object chain) {
        Object at = chain;
        while (at instanceof List<?> list) {
            at = list.get(0);
        }
        return 3 * (Double) at;
    }

    @Test
    void referencesToOneThing() {
        AtomicReference<Double> reference = new AtomicReference<>(3.0);
        Tangent t = gradientAsTangent(r -> r.get() * r.get(), reference);
        assertThat(t.number("value")).isEqualTo(6);
        List<AtomicReference<Double>> list = gradient(l -> l.get(0).get() * 2, List.of(reference));
        assertThat(list.getFirst().get()).isEqualTo(2);
        assertThat(gradient(l -> l.get(1).get(), List.of(Optional.<Double>empty(), Optional.of(1.0))))
                .containsExactly(Optional.empty(), Optional.of(1.0));
    }

    @Test
    void iteratorsAndSubListsOfTheArgument() {
        List<Double> g =
                gradient(
                        l -> {
                            double sum = 0;
                            Iterator<Double> each = l.subList(1, 4).iterator();
                            while (each.hasNext()) {
                                double x = each.next();
                                sum += x * x;
                            }
                            return sum;
                        },
                        new ArrayList<>(List.of(1.0, 2.0, 3.0, 4.0, 5.0)));
        assertThat(g).containsExactly(0.0, 4.0, 6.0, 8.0, 0.0);
    }
}
