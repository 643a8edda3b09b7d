package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The facts about parts, functions of elements and buffers again, with lists that are put together and written to. */
final class FactsListBuffersTest {

    private static final List<Double> THREE = List.of(1.0, 2.0, 3.0);

    private static double sum(List<Double> x) {
        return x.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void f169RepeatedIndicesAddUp() {
        List<Integer> indices = List.of(0, 1, 2, 2);
        assertThat(gradient(x -> indices.stream().mapToDouble(x::get).sum(), THREE)).containsExactly(1.0, 1.0, 2.0);
    }

    @Test
    void f171InversesOfTheFirstRow() {
        List<List<Double>> ones = List.of(List.of(1.0, 1.0), List.of(1.0, 1.0));
        assertThat(gradient(x -> x.get(0).stream().mapToDouble(v -> 1 / v).sum(), ones))
                .containsExactly(List.of(-1.0, -1.0), List.of(0.0, 0.0));
    }

    @Test
    void f174AnElementThatIsReadAndNotUsed() {
        assertThat(gradient(x -> x.get(0) > 100 ? 1.0 : 2.0, THREE)).containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void f178ListsAndNumbersInARow() {
        var g = gradient((x, y) -> sum(chained(x, y)), THREE, 4.0);
        assertThat(g.first()).containsExactly(1.0, 1.0, 1.0);
        assertThat(g.second()).isEqualTo(2);
    }

    private static List<Double> chained(List<Double> x, double y) {
        List<Double> all = new ArrayList<>(x);
        Collections.addAll(all, y, y);
        return all;
    }

    @Test
    void f179TheSameListTwiceInARow() {
        assertThat(gradient(x -> sum(twiceInARow(x)), THREE)).containsExactly(2.0, 2.0, 2.0);
    }

    private static List<Double> twiceInARow(List<Double> x) {
        List<Double> all = new ArrayList<>();
        all.addAll(x);
        all.add(1.0);
        all.addAll(x);
        return all;
    }

    @Test
    void f183ValuesThatAreReusedManyTimes() {
        assertThat(gradient(x -> reused(x), List.of(1.0, 1.0))).containsExactly(131072.0, 131072.0);
    }

    private static double reused(List<Double> x) {
        double total = 0;
        for (double v : x) {
            List<Double> chain = new ArrayList<>();
            chain.add(v);
            for (int i = 2; i <= 10; i++) {
                chain.add(sum(chain));
            }
            total += chain.getLast() * chain.getLast();
        }
        return total;
    }

    @Test
    void f189CapturedElement() {
        var g = gradient((x, y) -> x.stream().mapToDouble(z -> z * z + y.get(0)).sum(), THREE, List.of(4.0, 5.0));
        assertThat(g.first()).containsExactly(2.0, 4.0, 6.0);
        assertThat(g.second()).containsExactly(3.0, 0.0);
    }

    @Test
    void f191PlusTheFirst() {
        assertThat(gradient(x -> x.stream().mapToDouble(z -> z + x.get(0)).sum(), THREE))
                .containsExactly(4.0, 1.0, 1.0);
    }

    @Test
    void f192MinusAComparison() {
        assertThat(gradient(x -> x.stream().mapToDouble(z -> z - (z > 0 ? 1 : 0)).sum(), List.of(0.3, -1.2)))
                .containsExactly(1.0, 1.0);
    }

    @Test
    void f194PowersOfAConstantList() {
        List<Double> exponents = List.of(1.0, -1.0, 2.0);
        assertThat(gradient(x -> powers(x, exponents), List.of(1.0, 2.0, 4.0))).containsExactly(1.0, -0.25, 8.0);
    }

    private static double powers(List<Double> x, List<Double> exponents) {
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += Math.pow(x.get(i), exponents.get(i));
        }
        return sum;
    }

    @Test
    void f198PlusARandomNumber() {
        Random random = new Random(1);
        assertThat(gradient(x -> x.stream().mapToDouble(z -> z + random.nextDouble()).sum(), THREE))
                .containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void f199OnlyTheGreatest() {
        assertThat(gradient(x -> greatest(x), List.of(1.0, 5.0, 2.0, 9.0, 3.0)))
                .containsExactly(0.0, 0.0, 0.0, 1.0, 0.0);
    }

    private static double greatest(List<Double> x) {
        double greatest = Collections.max(x);
        return x.stream().mapToDouble(z -> z * (z == greatest ? 1 : 0)).sum();
    }

    @Test
    void f203CopiedIntoABuffer() {
        assertThat(gradient(x -> sum(List.copyOf(new ArrayList<>(x))), THREE)).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void f204FiveCopiesInABuffer() {
        assertThat(gradient(x -> fiveTimes(x), THREE)).containsExactly(5.0, 5.0, 5.0);
    }

    private static double fiveTimes(List<Double> x) {
        List<List<Double>> columns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            columns.add(new ArrayList<>(x));
        }
        return columns.stream().mapToDouble(FactsListBuffersTest::sum).sum();
    }

    @Test
    void f206BufferFilledInALoop() {
        assertThat(gradient(p -> weighted(p), 1.1)).isCloseTo(20, within(1e-9));
    }

    private static double weighted(double p) {
        List<Double> buffer = new ArrayList<>(Collections.nCopies(3, 0.0));
        for (int i = 0; i < 3; i++) {
            buffer.set(i, p * (i + 1));
        }
        return 2 * buffer.get(0) + 3 * buffer.get(1) + 4 * buffer.get(2);
    }

    @Test
    void f207BufferThatGrows() {
        assertThat(gradient(x -> grown(x), 2.0)).isEqualTo(3);
    }

    private static double grown(double x) {
        List<Double> buffer = new ArrayList<>();
        buffer.add(x);
        buffer.add(3.0);
        return buffer.stream().reduce(1.0, (a, b) -> a * b);
    }

    @Test
    void f209OnlyTheLastWriteCounts() {
        assertThat(gradient(x -> writtenTwice(x), 3.0)).isEqualTo(2);
    }

    private static double writtenTwice(double x) {
        List<Double> buffer = new ArrayList<>(List.of(0.0));
        buffer.set(0, x);
        buffer.set(0, 2 * x);
        return buffer.get(0);
    }

    @Test
    void f211WrittenInPlace() {
        assertThat(gradient(x -> positiveSquares(x), List.of(1.5, 2.0, -1.5, -0.25, 3.0)))
                .containsExactly(3.0, 4.0, 0.0, 0.0, 6.0);
    }

    private static double positiveSquares(List<Double> x) {
        List<Double> y = new ArrayList<>(x);
        y.replaceAll(v -> v > 0 ? v * v : 0);
        return sum(y);
    }
}
