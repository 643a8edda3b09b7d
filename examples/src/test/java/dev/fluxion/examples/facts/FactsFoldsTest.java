package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Fluxion;
import dev.fluxion.rule.Cotangents3;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.tangent.NoTangent;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The facts about folding, sorting and statistics again, with lists and streams. */
final class FactsFoldsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static void assertClose(List<Double> actual, double... expected) {
        assertThat(actual.stream().mapToDouble(Double::doubleValue).toArray()).containsExactly(expected, CLOSE);
    }

    @Test
    void f212SumAndProductWithAFactor() {
        var sum = gradient((x, y) -> y.stream().mapToDouble(v -> v * x).sum(), 1.0, List.of(1.0, 1.0));
        assertThat(sum.first()).isEqualTo(2);
        assertThat(sum.second()).containsExactly(1.0, 1.0);
        var product =
                gradient((x, y) -> y.stream().map(v -> v * x).reduce(1.0, (a, b) -> a * b), 1.0, List.of(1.0, 1.0));
        assertThat(product.first()).isEqualTo(2);
        assertThat(product.second()).containsExactly(1.0, 1.0);
    }

    @Test
    void f213Product() {
        assertThat(gradient(x -> product(x), List.of(1.0, 2.0, 3.0))).containsExactly(6.0, 3.0, 2.0);
    }

    @Test
    void f214ProductWithAZero() {
        assertThat(gradient(x -> product(x), List.of(1.0, 0.0, 3.0))).containsExactly(0.0, 3.0, 0.0);
    }

    private static double product(List<Double> x) {
        return x.stream().reduce((a, b) -> a * b).orElseThrow();
    }

    @Test
    void f217PrefixSums() {
        assertThat(gradient(x -> weighted(x), List.of(4.0, 5.0, 6.0))).containsExactly(111.0, 110.0, 100.0);
    }

    private static double weighted(List<Double> x) {
        List<Double> sums = new ArrayList<>(x);
        for (int i = 1; i < sums.size(); i++) {
            sums.set(i, sums.get(i - 1) + sums.get(i));
        }
        return sums.get(0) + 10 * sums.get(1) + 100 * sums.get(2);
    }

    @Test
    void f218PrefixProducts() {
        assertThat(gradient(x -> prefixProducts(x), List.of(1.0, 2.0, 3.0, 4.0)))
                .containsExactly(33.0, 16.0, 10.0, 6.0);
    }

    @Test
    void f219PrefixProductsWithAZero() {
        assertThat(gradient(x -> prefixProducts(x), List.of(2.0, 0.0, 3.0, 4.0))).containsExactly(1.0, 32.0, 0.0, 0.0);
    }

    private static double prefixProducts(List<Double> x) {
        List<Double> products = new ArrayList<>();
        for (double v : x) {
            products.add(products.isEmpty() ? v : products.getLast() * v);
        }
        return products.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void f221FoldWithACapturedFactor() {
        var g = gradient((x, c) -> x.stream().reduce((a, b) -> a * b * c).orElseThrow(), List.of(5.0, 7.0, 11.0), 3.0);
        assertThat(g.first()).containsExactly(693.0, 495.0, 315.0);
        assertThat(g.second()).isEqualTo(2310);
    }

    @Test
    void f222FoldFromAStart() {
        var g = gradient((x, c) -> x.stream().reduce(3.0, (a, b) -> a * b * c), List.of(5.0, 7.0, 11.0), 13.0);
        assertThat(g.first()).containsExactly(507507.0, 362505.0, 230685.0);
        assertThat(g.second()).isEqualTo(585585);
    }

    /** Counts its calls. */
    static final class Counter {
        int calls;

        double add(double x, double y) {
            return (x + y) * ++calls;
        }
    }

    /** ChainRules' rule for its counter: each use of the pullback counts ten. */
    @Rules(of = Counter.class)
    static final class CounterRules {

        private CounterRules() {}

        @Reverse(of = "add")
        static ValueAndPullback<Double, Cotangents3<NoTangent, Double, Double>> add(
                Counter counter, double x, double y) {
            return ValueAndPullback.of(
                    counter.add(x, y),
                    bar -> {
                        double xBar = bar * (counter.calls += 10);
                        double yBar = bar * (counter.calls += 10);
                        return Cotangents3.of(NoTangent.NO_TANGENT, xBar, yBar);
                    });
        }
    }

    @Test
    void f223FoldWithACounterThePullbacksRunBackwards() {
        Counter counter = new Counter();
        var g =
                Fluxion.builder()
                        .rules(CounterRules.class)
                        .build()
                        .gradient((List<Double> x) -> folded(x, counter), List.of(5.0, 7.0, 11.0));
        assertThat(g).containsExactly(12.0 * 32, 12.0 * 42, 22.0);
        assertThat(counter.calls).isEqualTo(42);
    }

    @Test
    void f223FoldWithACounterByItsOwnCode() {
        Counter counter = new Counter();
        var vg = Fluxion.withGradient((List<Double> x) -> folded(x, counter), List.of(5.0, 7.0, 11.0));
        assertThat(vg.value()).isEqualTo(((5 + 7) * 1 + 11) * 2);
        assertThat(vg.gradient()).containsExactly(2.0, 2.0, 2.0);
        assertThat(counter.calls).isEqualTo(2);
    }

    private static double folded(List<Double> x, Counter counter) {
        return x.stream().reduce((a, b) -> counter.add(a, b)).orElseThrow();
    }

    @Test
    void f224FirstOfEqualExtremes() {
        List<Double> x = List.of(1.0, 2.0, 1.0, 2.0, 1.0, 2.0);
        List<Double> second = List.of(0.0, 1.0, 0.0, 0.0, 0.0, 0.0);
        List<Double> first = List.of(1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(gradient(v -> Collections.max(v), x)).isEqualTo(second);
        assertThat(gradient(v -> Collections.min(v), x)).isEqualTo(first);
        assertThat(gradient(v -> v.stream().max(Comparator.naturalOrder()).orElseThrow(), x)).isEqualTo(second);
        assertThat(gradient(v -> v.stream().min(Comparator.naturalOrder()).orElseThrow(), x)).isEqualTo(first);
    }

    @Test
    void f226GreatestOfEachColumn() {
        List<List<Double>> rows = List.of(List.of(1.0, 2.0), List.of(3.0, 4.0));
        assertThat(gradient(m -> 5 * greatest(m, 0) + 6 * greatest(m, 1), rows))
                .containsExactly(List.of(0.0, 0.0), List.of(5.0, 6.0));
    }

    private static double greatest(List<List<Double>> rows, int column) {
        return rows.stream().mapToDouble(row -> row.get(column)).max().orElseThrow();
    }

    @Test
    void f227Sorted() {
        assertPlaces(List.of(3.0, 1.0, 2.0), Comparator.naturalOrder(), 1, 2, 0);
    }

    @Test
    void f228SortedByTheLastDigit() {
        assertPlaces(List.of(11.0, 2.0, 99.0), Comparator.comparingDouble(v -> v % 10), 0, 1, 2);
        assertPlaces(List.of(2.0, 11.0, 99.0), Comparator.comparingDouble(v -> v % 10), 1, 0, 2);
    }

    @Test
    void f229SortedBackwards() {
        assertPlaces(List.of(3.0, 1.0, 2.0), Comparator.reverseOrder(), 0, 2, 1);
    }

    /** Sorts a copy, and a stream, and asks where the number at each index came from. */
    private static void assertPlaces(List<Double> x, Comparator<Double> order, int... places) {
        for (int i = 0; i < places.length; i++) {
            int index = i;
            List<Double> unit = new ArrayList<>(Collections.nCopies(3, 0.0));
            unit.set(places[i], 1.0);
            assertThat(gradient(v -> sorted(v, order, index), x)).isEqualTo(unit);
            assertThat(gradient(v -> v.stream().sorted(order).toList().get(index), x)).isEqualTo(unit);
        }
    }

    private static double sorted(List<Double> x, Comparator<Double> order, int index) {
        List<Double> copy = new ArrayList<>(x);
        copy.sort(order);
        return copy.get(index);
    }

    @Test
    void f231LogarithmsOfTheEvenOnes() {
        List<Double> x = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
        double[] expected = {0, 0.5, 0, 0.25, 0, 1 / 6.0, 0, 0.125, 0, 0.1};
        assertClose(gradient(v -> logarithms(v), x), expected);
        assertClose(gradient(v -> logarithmsInPlace(v), x), expected);
    }

    private static double logarithms(List<Double> x) {
        return x.stream().filter(v -> v.intValue() % 2 == 0).mapToDouble(Math::log).sum();
    }

    private static double logarithmsInPlace(List<Double> x) {
        List<Double> even = new ArrayList<>(x);
        even.removeIf(v -> v.intValue() % 2 != 0);
        even.replaceAll(Math::log);
        return even.stream().reduce(0.0, Double::sum);
    }

    @Test
    void f232Mean() {
        List<Double> x = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        double sixth = 1 / 6.0;
        assertClose(gradient(v -> mean(v), x), sixth, sixth, sixth, sixth, sixth, sixth);
        assertClose(
                gradient(v -> v.stream().collect(Collectors.averagingDouble(each -> each)), x),
                sixth,
                sixth,
                sixth,
                sixth,
                sixth,
                sixth);
    }

    private static double mean(List<Double> x) {
        return x.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double variance(List<Double> x, int degrees) {
        double mean = mean(x);
        return x.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / degrees;
    }

    @Test
    void f233Variance() {
        assertClose(gradient(x -> variance(x, 3), List.of(1.0, 2.0, 3.0, 4.0)), -1, -1 / 3.0, 1 / 3.0, 1);
    }

    @Test
    void f234VarianceUncorrected() {
        assertClose(gradient(x -> variance(x, 4), List.of(1.0, 2.0, 3.0, 4.0)), -0.75, -0.25, 0.25, 0.75);
    }

    @Test
    void f236DeviationOfAConstantHasNoSlope() {
        assertThat(gradient(x -> Math.sqrt(variance(x, 2)), List.of(2.0, 2.0, 2.0))).containsOnly(Double.NaN);
    }

    @Test
    void f237CountOfBooleans() {
        List<Boolean> flags = List.of(true, false, true);
        assertThat(gradient(x -> flags.stream().filter(flag -> flag).count() + 0 * x.get(0), List.of(1.0)))
                .containsExactly(0.0);
    }

    @Test
    void f242ScalarProduct() {
        var g = gradient((x, y) -> dot(x, y), List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0));
        assertThat(g.first()).containsExactly(4.0, 5.0, 6.0);
        assertThat(g.second()).containsExactly(1.0, 2.0, 3.0);
    }

    private static double dot(List<Double> x, List<Double> y) {
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += x.get(i) * y.get(i);
        }
        return sum;
    }

    @Test
    void f244LogarithmOfASumOfExponentials() {
        assertClose(gradient(x -> logSumExp(x), List.of(1.0, 2.0, 3.0)), 0.09003057317, 0.24472847105, 0.66524095577);
    }

    private static double logSumExp(List<Double> x) {
        double greatest = Collections.max(x);
        return greatest + Math.log(x.stream().mapToDouble(v -> Math.exp(v - greatest)).sum());
    }
}
