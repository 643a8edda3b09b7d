package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The facts about enumerating, zipping, products and picking again, with lists, iterators and streams. */
final class FactsIteratorsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static void assertClose(List<Double> actual, double... expected) {
        assertThat(actual.stream().mapToDouble(Double::doubleValue).toArray()).containsExactly(expected, CLOSE);
    }

    @Test
    void f138SumOfSquares() {
        var vg = withGradient(x -> x.stream().mapToDouble(v -> v * v).sum(), List.of(1.0, 2.0, 3.0));
        assertThat(vg.value()).isEqualTo(14);
        assertThat(vg.gradient()).containsExactly(2.0, 4.0, 6.0);
    }

    @Test
    void f139ProductOverAnIterator() {
        assertThat(gradient(x -> product(x.iterator()), List.of(1.0, 2.0, 3.0))).containsExactly(6.0, 3.0, 2.0);
    }

    private static double product(Iterator<Double> x) {
        double product = 1;
        while (x.hasNext()) {
            product *= x.next();
        }
        return product;
    }

    @Test
    void f141SumOfALiteralOfLists() {
        assertThat(gradient(x -> flatSum(List.of(List.of(1.0, x), List.of(3.0, 4.0))), 2.0)).isEqualTo(1);
    }

    private static double flatSum(List<List<Double>> rows) {
        return rows.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void f142PowersByIndex() {
        assertClose(gradient(x -> powers(x), List.of(1.0, 2.0, 3.0, 4.0, 5.0)), 1, 4, 27, 256, 3125);
    }

    private static double powers(List<Double> x) {
        double sum = 0;
        for (ListIterator<Double> each = x.listIterator(); each.hasNext(); ) {
            int index = each.nextIndex() + 1;
            sum += Math.pow(each.next(), index);
        }
        return sum;
    }

    @Test
    void f143ElementToThePowerOfItsIndex() {
        assertClose(
                gradient(
                        x -> IntStream.range(0, x.size()).mapToDouble(i -> Math.pow(x.get(i), i + 1)).sum(),
                        List.of(1.0, 10.0, 100.0)),
                1,
                20,
                30000);
    }

    @Test
    void f144QuotientsAsFarAsTheShorterGoes() {
        List<Double> x = List.of(10.0, 11.0, 12.0, 13.0, 14.0);
        List<Double> y = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
        assertClose(
                gradient((a, b) -> quotients(a, b), x, y).second(),
                -10,
                -11.0 / 4,
                -12.0 / 9,
                -13.0 / 16,
                -14.0 / 25,
                0,
                0,
                0,
                0,
                0);
    }

    private static double quotients(List<Double> x, List<Double> y) {
        double sum = 0;
        Iterator<Double> over = y.iterator();
        for (Iterator<Double> each = x.iterator(); each.hasNext() && over.hasNext(); ) {
            sum += each.next() / over.next();
        }
        return sum;
    }

    private static List<Double> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> (double) i).toList();
    }

    @Test
    void f146SquarePlusOverAProduct() {
        var g = gradient((x, y) -> squarePlus(x, y), upTo(10), List.of(3.0, 4.0, 5.0, 6.0, 7.0));
        assertClose(g.first(), 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
        assertClose(g.second(), 10, 10, 10, 10, 10);
    }

    private static double squarePlus(List<Double> x, List<Double> y) {
        return x.stream().flatMap(a -> y.stream().map(b -> a * a + b)).mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void f147PartOfARow() {
        List<List<Double>> matrix = List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0));
        assertThat(gradient(a -> IntStream.range(0, 2).mapToDouble(j -> a.get(0).get(j)).sum(), matrix))
                .containsExactly(List.of(1.0, 1.0, 0.0), List.of(0.0, 0.0, 0.0));
    }

    @Test
    void f148SumsOverAProduct() {
        List<Double> ones = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            ones.add(1.0);
        }
        var g = gradient((x, y) -> sums(x, y), ones, upTo(7));
        assertThat(g.first()).containsOnly(7.0).hasSize(15);
        assertThat(g.second()).containsOnly(15.0).hasSize(7);
    }

    private static double sums(List<Double> x, List<Double> y) {
        return x.stream().mapToDouble(a -> y.stream().mapToDouble(b -> a + b).sum()).sum();
    }

    @Test
    void f149PowersOverAProductWithItself() {
        // by columns
        assertClose(gradient(x -> powersPlus(x), List.of(2.0, 4.0, 3.0, 5.0)), 8, 36, 112, 2004);
    }

    private static double powersPlus(List<Double> x) {
        return IntStream.range(0, x.size())
                .boxed()
                .flatMapToDouble(i -> x.stream().mapToDouble(y -> Math.pow(x.get(i), i + 1) + y))
                .sum();
    }

    @Test
    void f151ProductsOfVectorAndMatrix() {
        // by columns
        var g =
                gradient(
                        (x, m) -> zipped(x, m),
                        List.of(1.0, 2.0, 3.0, 4.0),
                        List.of(List.of(1.0, 3.0), List.of(2.0, 4.0)));
        assertThat(g.first()).containsExactly(1.0, 3.0, 2.0, 4.0);
        assertThat(g.second()).containsExactly(List.of(1.0, 2.0), List.of(3.0, 4.0));
    }

    @Test
    void f152ProductsAsFarAsTheShorterGoes() {
        // by columns
        var g = gradient((x, m) -> zipped(x, m), List.of(1.0, 2.0, 3.0), List.of(List.of(1.0, 3.0), List.of(2.0, 4.0)));
        assertThat(g.first()).containsExactly(1.0, 3.0, 2.0);
        assertThat(g.second()).containsExactly(List.of(1.0, 2.0), List.of(3.0, 0.0));
    }

    private static double zipped(List<Double> x, List<List<Double>> columns) {
        double sum = 0;
        Iterator<Double> each = x.iterator();
        for (List<Double> column : columns) {
            for (double v : column) {
                if (each.hasNext()) {
                    sum += each.next() * v;
                }
            }
        }
        return sum;
    }

    @Test
    void f153PowersInALoop() {
        assertClose(gradient(x -> powers(x), List.of(2.0, 3.0, 4.0)), 1, 6, 48);
    }

    @Test
    void f154SquarePlusTenTimes() {
        var g = gradient((x, y) -> squarePlusTen(x, y), List.of(3.0, 4.0, 5.0), List.of(6.0, 7.0, 8.0));
        assertThat(g.first()).containsExactly(18.0, 24.0, 30.0);
        assertThat(g.second()).containsExactly(30.0, 30.0, 30.0);
    }

    private static double squarePlusTen(List<Double> x, List<Double> y) {
        double sum = 0;
        for (double a : x) {
            for (double b : y) {
                sum += a * a + 10 * b;
            }
        }
        return sum;
    }

    @Test
    void f156ProductsOverTheFourfoldProduct() {
        assertThat(gradient(x -> fourfold(x), upTo(4))).containsExactly(320.0, 320.0, 320.0, 320.0);
    }

    private static double fourfold(List<Double> x) {
        return x.stream()
                .flatMap(a -> x.stream().map(b -> a * b))
                .flatMap(ab -> x.stream().flatMap(c -> x.stream().map(d -> ab)))
                .reduce(0.0, Double::sum);
    }

    @Test
    void f157ProductsOfAListWithItself() {
        assertThat(gradient(x -> withItself(x), upTo(4))).containsExactly(2.0, 4.0, 6.0, 8.0);
    }

    private static double withItself(List<Double> x) {
        double sum = 0;
        Iterator<Double> other = x.iterator();
        for (double v : x) {
            sum += v * other.next();
        }
        return sum;
    }

    @Test
    void f158TwiceTheFirstFour() {
        assertThat(gradient(x -> x.stream().limit(4).mapToDouble(v -> 2 * v).sum(), upTo(4)))
                .containsExactly(2.0, 2.0, 2.0, 2.0);
        assertThat(gradient(x -> x.stream().limit(4).mapToDouble(v -> 2 * v).sum(), upTo(5)))
                .containsExactly(2.0, 2.0, 2.0, 2.0, 0.0);
    }

    @Test
    void f159FirstTwoOfAStreamMadeHere() {
        assertThat(gradient(p -> DoubleStream.of(1, 2, 3).map(v -> p * v).limit(2).map(v -> v * p).sum(), 2.0))
                .isEqualTo(12);
    }

    @Test
    void f161InversesOfSquares() {
        assertThat(gradient(x -> inverses(x.stream().map(v -> v * v).toList()), List.of(1.0, 1.0)))
                .containsExactly(-2.0, -2.0);
    }

    @Test
    void f162Inverses() {
        assertThat(gradient(x -> inverses(x), List.of(1.0, 2.0))).containsExactly(-1.0, -0.25);
    }

    private static double inverses(List<Double> x) {
        return x.stream().mapToDouble(v -> 1 / v).sum();
    }

    record Squares(double a, double b) {}

    @Test
    void f163OneOfManyResults() {
        var g = gradient((a, b) -> second(a, b), List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0));
        assertThat(g.first()).containsExactly(0.0, 4.0, 0.0);
        assertThat(g.second()).containsExactly(0.0, 10.0, 0.0);
    }

    private static double second(List<Double> a, List<Double> b) {
        List<Squares> all =
                IntStream.range(0, a.size())
                        .mapToObj(i -> new Squares(a.get(i) * a.get(i), b.get(i) * b.get(i)))
                        .toList();
        return all.get(1).a() + all.get(1).b();
    }

    /** Maps as far as the shorter goes. */
    private static List<Double> products(List<Double> x, List<Double> y) {
        List<Double> products = new ArrayList<>();
        Iterator<Double> other = y.iterator();
        for (Iterator<Double> each = x.iterator(); each.hasNext() && other.hasNext(); ) {
            products.add(each.next() * other.next());
        }
        return products;
    }

    @Test
    void f164ProductsWithAShorterConstant() {
        assertThat(gradient(x -> sum(products(x, List.of(1.0, 2.0, 3.0))), upTo(5)))
                .containsExactly(1.0, 2.0, 3.0, 0.0, 0.0);
    }

    @Test
    void f166ProductsWithAShorterMatrix() {
        // by columns
        var g = gradient((x, y) -> sum(products(x, y)), upTo(5), List.of(1.0, 3.0, 2.0, 4.0));
        assertThat(g.first()).containsExactly(1.0, 3.0, 2.0, 4.0, 0.0);
        assertThat(g.second()).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    private static double sum(List<Double> x) {
        return x.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void f167FirstOfTheSums() {
        var g = gradient((x, y) -> added(x, y).findFirst().orElseThrow(), List.of(4.0, 5.0, 6.0), upTo(3));
        assertThat(g.first()).containsExactly(1.0, 0.0, 0.0);
        assertThat(g.second()).containsExactly(1.0, 0.0, 0.0);
    }

    private static Stream<Double> added(List<Double> x, List<Double> y) {
        return IntStream.range(0, x.size()).mapToObj(i -> x.get(i) + y.get(i));
    }
}
