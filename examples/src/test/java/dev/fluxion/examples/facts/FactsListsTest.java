package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.gradientAsTangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.tangent.Tangent;

import org.junit.jupiter.api.Test;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The facts about tuples, references and objects again, where lists, entries and maps hold them. */
@SuppressWarnings("JdkObsolete") // programs have linked lists
final class FactsListsTest {

    record Bar(double a, double b) {}

    record Two(double first, double second) {}

    record Three(double x, double y, double z) {}

    record Complex(double re, double im) {}

    static final class Ref {
        double value;

        Ref(double value) {
            this.value = value;
        }
    }

    @Test
    void f087TupleAsAList() {
        assertThat(gradient(t -> t.get(0) * t.get(1), List.of(2.0, 3.0))).containsExactly(3.0, 2.0);
    }

    @Test
    void f089FirstOfAListOfRecords() {
        assertThat(gradient(b -> b.get(0).a(), List.of(new Bar(1, 1)))).containsExactly(new Bar(1, 0));
        assertThat(gradient(b -> List.of(b).get(0).a(), new Bar(1, 1))).isEqualTo(new Bar(1, 0));
    }

    @Test
    void f091DistanceOfASumOfLists() {
        var g = gradient((a, b) -> distanceOfSum(a, b), List.of(1.0, 2.0), List.of(3.0, 4.0));
        assertThat(g.first().get(0)).isCloseTo(0.5547001962252291, within(1e-15));
        assertThat(g.first().get(1)).isCloseTo(0.8320502943378437, within(1e-15));
        assertThat(g.second()).isEqualTo(g.first());
    }

    private static double distanceOfSum(List<Double> a, List<Double> b) {
        return Math.hypot(a.get(0) + b.get(0), a.get(1) + b.get(1));
    }

    @Test
    void f096SetInAList() {
        List<Double> cell = new ArrayList<>(List.of(0.0));
        assertThat(gradient(x -> setAndGet(cell, x), 1.0)).isEqualTo(1);
    }

    private static double setAndGet(List<Double> cell, double x) {
        cell.set(0, x);
        return cell.get(0);
    }

    @Test
    void f098ComplexInAList() {
        assertThat(gradient(c -> squarePlus(c.get(0)), List.of(new Complex(1, 1)))).containsExactly(new Complex(9, 2));
    }

    @Test
    void f099ComplexInAListInAList() {
        assertThat(gradient(c -> squarePlus(c.get(0).get(0)), List.of(List.of(new Complex(1, 1)))))
                .containsExactly(List.of(new Complex(9, 2)));
    }

    private static double squarePlus(Complex z) {
        return z.re() * z.re() + z.im() * z.im() + 7 * z.re();
    }

    @Test
    void f101FirstOfAListOfReferences() {
        List<Ref> refs = List.of(new Ref(1), new Ref(2), new Ref(3));
        Tangent t = gradientAsTangent(r -> r.get(0).value * r.get(0).value, refs);
        assertThat(t.tangent(0).number("value")).isEqualTo(2);
        assertThat(t.tangent(1).number("value")).isZero();
        assertThat(t.tangent(2).number("value")).isZero();
    }

    @Test
    void f102ProductOfAColumn() {
        List<List<Double>> columns = List.of(List.of(1.0, 3.0), List.of(2.0, 4.0));
        assertThat(gradient(c -> c.get(0).get(0) * c.get(0).get(1), columns))
                .containsExactly(List.of(3.0, 1.0), List.of(0.0, 0.0));
    }

    @Test
    void f104SecondOfAListOfNested() {
        List<List<Ref>> nested = List.of(List.of(new Ref(4)), List.of(new Ref(4)));
        Tangent t = gradientAsTangent(r -> Math.pow(r.get(1).get(0).value, 3), nested);
        assertThat(t.tangent(0).tangent(0).number("value")).isZero();
        assertThat(t.tangent(1).tangent(0).number("value")).isEqualTo(48);
    }

    record Weights(List<Double> x, List<Integer> indices) {}

    @Test
    void f106ListFieldUsedTwice() {
        Weights weights = new Weights(List.of(3.0), List.of());
        assertThat(gradient(w -> Math.pow(w.x().get(0) + w.x().get(0), 3), weights).x()).containsExactly(216.0);
    }

    @Test
    void f107ListField() {
        Weights weights = new Weights(List.of(3.0), List.of());
        assertThat(gradient(w -> w.x().get(0) * w.x().get(0), weights).x()).containsExactly(6.0);
    }

    @Test
    void f108ListAndIndices() {
        Weights weights = new Weights(List.of(1.0, 1.0, 1.0), List.of(0, 1));
        assertThat(gradient(w -> picked(w.x(), w.indices()), weights).x()).containsExactly(1.0, 1.0, 0.0);
    }

    private static double picked(List<Double> x, List<Integer> indices) {
        double sum = 0;
        for (int i : indices) {
            sum += x.get(i);
        }
        return sum;
    }

    @Test
    void f109NamedTupleAsAMap() {
        assertThat(gradient(x -> x.get("a"), Map.of("a", 1.0, "b", 2.0))).isEqualTo(Map.of("a", 1.0, "b", 0.0));
    }

    @Test
    void f111HeterogeneousList() {
        List<Object> list = List.of(new Bar(1, 2), "three");
        assertThat(gradient(l -> ((Bar) l.get(0)).a(), list)).containsExactly(new Bar(1, 0), "three");
        assertThatThrownBy(() -> gradientAsTangent(l -> ((Bar) l.get(0)).a(), list).get(1))
                .hasMessageContaining("java.lang.String holds no number");
    }

    @Test
    void f112ListByIndex() {
        int second = 1;
        assertThat(gradient(t -> t.get(second), List.of(1.0, 2.0, 3.0))).containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void f113SumOfASublist() {
        assertThat(gradient(t -> sum(t.subList(0, 2)), List.of(7.0, 8.8, 9.9))).containsExactly(1.0, 1.0, 0.0);
    }

    @Test
    void f114SumOfPickedOneOfThemTwice() {
        assertThat(gradient(t -> picked(t, List.of(0, 1, 0)), List.of(1.0, 2.0, 3.0))).containsExactly(2.0, 1.0, 0.0);
        assertThat(gradient(t -> sum(List.of(t.get(0), t.get(1), t.get(0))), new LinkedList<>(List.of(1.0, 2.0, 3.0))))
                .containsExactly(2.0, 1.0, 0.0);
    }

    private static double sum(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void f116ProductsOfTheLastTwo() {
        List<Three> given = List.of(new Three(1, 2, 3), new Three(4, 5, 6));
        assertThat(gradient(t -> t.stream().mapToDouble(one -> one.y() * one.z()).sum(), given))
                .containsExactly(new Three(0, 3, 2), new Three(0, 6, 5));
    }

    @Test
    void f117SquaresOfTheFirst() {
        List<Two> given = List.of(new Two(4, 3), new Two(4, 3));
        assertThat(gradient(t -> squares(t), given)).containsExactly(new Two(8, 0), new Two(8, 0));
    }

    private static double squares(List<Two> two) {
        double sum = 0;
        for (Two one : two) {
            sum += Math.abs(one.first()) * Math.abs(one.first());
        }
        return sum;
    }

    @Test
    void f118OnlyTheSize() {
        assertThat(gradient(x -> x.size() * x.get(0).size(), List.of(List.of(1.0, 2.0), List.of(3.0, 4.0))))
                .containsExactly(List.of(0.0, 0.0), List.of(0.0, 0.0));
        assertThat(gradient(x -> x.size() + (x.containsKey("a") ? 1 : 0), Map.of("a", 1.0)))
                .isEqualTo(Map.of("a", 0.0));
    }

    @Test
    void f119PutAndGetInATreeAndAQueue() {
        assertThat(gradient(x -> throughATree(x), 2.0)).isEqualTo(4);
        assertThat(gradient(x -> throughAQueue(x), 2.0)).isEqualTo(4);
    }

    private static double throughATree(double x) {
        TreeMap<Integer, Double> tree = new TreeMap<>();
        tree.put(1, x);
        tree.put(3, 7.0);
        return x * tree.floorEntry(2).getValue();
    }

    private static double throughAQueue(double x) {
        Deque<Double> queue = new ArrayDeque<>();
        queue.push(x);
        return x * queue.pop();
    }

    @Test
    void f129TheDefaultIsMadeOnlyWhereTheKeyIsMissing() {
        assertThat(gradient(y -> orTwice(new HashMap<>(), y), 5.0)).isEqualTo(2);
        assertThat(gradient(y -> present(new HashMap<>(Map.of("k", 3.0))) * y, 5.0)).isEqualTo(3);
    }

    private static double orTwice(Map<String, Double> map, double y) {
        return map.computeIfAbsent("k", key -> 2 * y);
    }

    private static double present(Map<String, Double> map) {
        return map.computeIfAbsent(
                "k",
                key -> {
                    throw new AssertionError("asked for " + key);
                });
    }

    @Test
    void f134PairAsAnEntry() {
        assertThat(gradient(x -> 10 * Map.entry(x, 2.0).getKey(), 100.0)).isEqualTo(10);
        assertThat(gradient(x -> 10 * Map.entry(x, 2.0).getValue(), 100.0)).isZero();
        assertThat(gradient(x -> 10 * new SimpleEntry<>("k", x).getValue(), 100.0)).isEqualTo(10);
    }

    @Test
    void f176OneRecordAtAllIndicesOfAList() {
        assertThat(gradient(p -> Collections.nCopies(3, p).get(0).a(), new Bar(1, 2))).isEqualTo(new Bar(1, 0));
    }
}
