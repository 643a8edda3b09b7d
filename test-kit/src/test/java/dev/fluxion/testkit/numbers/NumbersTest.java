package dev.fluxion.testkit.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.Tangent;
import dev.fluxion.tangent.ZeroTangent;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class NumbersTest {

    @SuppressWarnings("ArrayRecordComponent") // what users write
    record Layer(double[] bias, float rate, String name) {}

    static class Base {
        double x = 1;
    }

    static final class Node extends Base {
        final double weight;
        final double[] shared;
        Node next;
        int count = 7;

        Node(double weight, double[] shared) {
            this.weight = weight;
            this.shared = shared;
        }
    }

    private static Numbers of(Object value) {
        return Numbers.of(List.of("v"), Collections.singletonList(value));
    }

    private static List<String> names(Numbers numbers) {
        return java.util.stream.IntStream.range(0, numbers.size()).mapToObj(numbers::name).toList();
    }

    @Test
    void numbersAreFoundInEverythingThatHasSome() {
        assertThat(names(of(3.0))).containsExactly("v");
        assertThat(names(of(new double[][] {{1}, {2, 3}}))).containsExactly("v[0][0]", "v[1][0]", "v[1][1]");
        assertThat(names(of(new Layer(new double[] {1}, 2, "n")))).containsExactly("v.bias[0]", "v.rate");
        assertThat(names(of(List.of(1.0, List.of(2.0))))).containsExactly("v[0]", "v[1][0]");
        assertThat(names(of(Map.of("k", 1.0)))).containsExactly("v[k]");
        assertThat(names(of("text"))).isEmpty();
        assertThat(names(of(new int[] {1}))).isEmpty();
        assertThat(names(of(null))).isEmpty();
    }

    @Test
    void copiesKeepStructureAndSharing() {
        double[] shared = {5};
        Node first = new Node(2, shared);
        first.next = new Node(3, shared);
        first.next.next = first;
        Numbers numbers = of(first);
        assertThat(names(numbers)).containsExactly("v.x", "v.weight", "v.shared[0]", "v.next.x", "v.next.weight");
        Node copy = (Node) numbers.with(new double[] {10, 20, 30, 40, 50}).roots().getFirst();
        assertThat(copy.x).isEqualTo(10);
        assertThat(copy.weight).isEqualTo(20);
        assertThat(copy.shared).containsExactly(30).isSameAs(copy.next.shared);
        assertThat(copy.next.weight).isEqualTo(50);
        assertThat(copy.next.next).isSameAs(copy);
        assertThat(copy.count).isEqualTo(7);
        assertThat(first.weight).isEqualTo(2);
    }

    @Test
    void valuesAreReadFromMemory() {
        Node node = new Node(2, new double[] {5});
        Numbers numbers = of(node);
        node.x = 9;
        node.shared[0] = 8;
        assertThat(numbers.values()).containsExactly(9, 2, 8);
    }

    @Test
    void tangentsHaveTheTypeOfTheValue() {
        RandomTangent random = new RandomTangent(1);
        assertThat(random.of(1.0)).isInstanceOf(Double.class);
        assertThat(random.of(1f)).isInstanceOf(Float.class);
        assertThat(random.of(new double[][] {{1}, {2, 3}})).isInstanceOf(double[][].class);
        assertThat(random.like(new Layer(new double[2], 2, "n")).name()).isEqualTo("n");
        assertThat(random.like(List.of(1.0, 2.0))).hasSize(2).doesNotContain(0.0);
        Map<String, Double> map = new LinkedHashMap<>(Map.of("k", 1.0));
        assertThat(random.like(map)).containsOnlyKeys("k");
        Tangent tangent = (Tangent) random.of(new Node(2, new double[] {5}));
        assertThat(tangent.names()).containsExactly("x", "weight", "shared");
        assertThat(tangent.doubles("shared")).hasSize(1);
        for (Object constant : Arrays.asList(1, "text", 'c', true, null, new int[2], Thread.State.NEW, List.of(1))) {
            assertThat(random.of(constant)).isEqualTo(NoTangent.NO_TANGENT);
        }
    }

    @Test
    void randomNumbersHaveTwoDigitsAndComeAgain() {
        double[] numbers = new RandomTangent(3).numbers(1000);
        assertThat(numbers).isEqualTo(new RandomTangent(3).numbers(1000));
        assertThat(Arrays.stream(numbers).map(x -> Math.rint(x * 100) / 100).toArray()).isEqualTo(numbers);
        assertThat(Arrays.stream(numbers).min().getAsDouble()).isBetween(-9.0, -8.8);
        assertThat(Arrays.stream(numbers).max().getAsDouble()).isBetween(8.8, 9.0);
        assertThat(numbers).doesNotContain(0);
    }

    @Test
    void tangentsAreReadBack() throws Mismatch {
        Node node = new Node(2, new double[] {5});
        for (Object value : List.of(node, new Layer(new double[2], 2, "n"), List.of(1.0, 2.0), new double[2][2])) {
            Numbers numbers = of(value);
            double[] some = new RandomTangent(5).numbers(numbers.size());
            double[] read = new double[some.length];
            numbers.addTangent(0, numbers.tangent(0, some), read);
            for (int i = 0; i < some.length; i++) {
                assertThat(read[i]).isEqualTo(numbers.isSingle(i) ? (float) some[i] : some[i]);
            }
        }
        double[] zero = new double[2];
        of(new double[2]).addTangent(0, ZeroTangent.ZERO_TANGENT, zero);
        assertThat(zero).containsOnly(0);
    }

    @Test
    void tangentsThatDoNotFitAreRefused() {
        refused(1.0, 1f, "v: java.lang.Float, where java.lang.Double belongs");
        refused(new double[2], new double[3], "v: length 3, where length 2 belongs");
        refused(new double[1][2], new double[][] {{1}}, "v[0]: length 1, where length 2 belongs");
        refused(List.of(1.0), List.of(1), "v[0]: java.lang.Integer, where java.lang.Double belongs");
        refused(Map.of("a", 1.0), Map.of("b", 1.0), "v[a]: missing");
        refused(1.0, null, "v: null, where java.lang.Double belongs");
        refused(1.0, NoTangent.NO_TANGENT, "v: NoTangent, where java.lang.Double belongs");
    }

    private static void refused(Object value, Object tangent, String message) {
        Numbers numbers = of(value);
        assertThatExceptionOfType(Mismatch.class)
                .isThrownBy(() -> numbers.addTangent(0, tangent, new double[numbers.size()]))
                .withMessage(message);
    }

    @Test
    void valuesAreComparedToTheBit() {
        assertThat(Sameness.difference("v", new double[] {0.0}, new double[] {-0.0}, 0))
                .isEqualTo("v[0] is -0.0, where 0.0 belongs");
        assertThat(Sameness.difference("v", List.of(1.0, 2), List.of(1.0, 3), 0))
                .isEqualTo("v[1] is 3, where 2 belongs");
        assertThat(Sameness.difference("v", 1.0, Math.nextUp(1.0), 1)).isNull();
        assertThat(Sameness.difference("v", Double.NaN, Double.NaN, 0)).isNull();
        assertThat(Sameness.difference("v", new int[] {1}, new long[] {1}, 0))
                .isEqualTo("v is a long[], where a int[] belongs");
    }
}
