package dev.fluxion.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** After the call the program may write to all that it has handed over, whatever the numbers are in. */
class OverwrittenTest {

    static double squares(List<Double> list) {
        return list.stream().mapToDouble(x -> x * x).sum();
    }

    static double squares(Map<String, Double> map) {
        return squares(new ArrayList<>(map.values()));
    }

    static double squares(Double[] boxes) {
        return squares(Arrays.asList(boxes));
    }

    static double squares(Pair pair) {
        return pair.first * pair.first + pair.second * pair.second;
    }

    static double squares(Fixed fixed) {
        return fixed.first * fixed.first;
    }

    static double product(double... factors) {
        double product = 1;
        for (double factor : factors) {
            product *= factor;
        }
        return product;
    }

    static List<Double> doubled(double x) {
        return new ArrayList<>(List.of(2 * x));
    }

    static final class Pair {
        double first;
        double second;

        Pair(double first, double second) {
            this.first = first;
            this.second = second;
        }
    }

    record Fixed(double first) {}

    private static ValueAndPullback<Double, List<Double>> ofList(double value, List<Double> read) {
        return ValueAndPullback.of(value, bar -> read.stream().map(x -> 2 * x * bar).toList());
    }

    private static ValueAndPullback<Double, Map<String, Double>> ofMap(double value, Map<String, Double> read) {
        return ValueAndPullback.of(
                value,
                bar -> {
                    Map<String, Double> cotangent = new HashMap<>(read);
                    cotangent.replaceAll((key, x) -> 2 * x * bar);
                    return cotangent;
                });
    }

    private static ValueAndPullback<Double, Double[]> ofBoxes(double value, Double[] read) {
        return ValueAndPullback.of(value, bar -> Arrays.stream(read).map(x -> 2 * x * bar).toArray(Double[]::new));
    }

    @Rules(of = OverwrittenTest.class)
    static final class Reading {
        private Reading() {}

        @Reverse(of = "squares")
        static ValueAndPullback<Double, List<Double>> list(List<Double> list) {
            return ofList(squares(list), list);
        }

        @Reverse(of = "squares")
        static ValueAndPullback<Double, Map<String, Double>> map(Map<String, Double> map) {
            return ofMap(squares(map), map);
        }

        @Reverse(of = "squares")
        static ValueAndPullback<Double, Double[]> boxes(Double[] boxes) {
            return ofBoxes(squares(boxes), boxes);
        }

        @Reverse(of = "doubled")
        static ValueAndPullback<List<Double>, Double> doubled(double x) {
            List<Double> value = OverwrittenTest.doubled(x);
            return ValueAndPullback.of(value, bar -> bar.get(0) * value.get(0) / x);
        }

        @Reverse(of = "squares")
        static ValueAndPullbackInPlace<Double> pair(Pair pair) {
            double second = pair.second;
            return ValueAndPullbackInPlace.of(
                    squares(pair),
                    (bar, adjoints) -> {
                        adjoints.add(pair, Pair.class, "first", 2 * pair.first * bar);
                        adjoints.add(pair, Pair.class, "second", 2 * second * bar);
                    });
        }
    }

    @Rules(of = OverwrittenTest.class)
    static final class Copying {
        private Copying() {}

        @Reverse(of = "squares")
        static ValueAndPullback<Double, List<Double>> list(List<Double> list) {
            return ofList(squares(list), List.copyOf(list));
        }

        @Reverse(of = "squares")
        static ValueAndPullback<Double, Map<String, Double>> map(Map<String, Double> map) {
            return ofMap(squares(map), Map.copyOf(map));
        }

        @Reverse(of = "squares")
        static ValueAndPullback<Double, Double[]> boxes(Double[] boxes) {
            return ofBoxes(squares(boxes), boxes.clone());
        }

        @Reverse(of = "squares")
        static ValueAndPullback<Double, Fixed> fixed(Fixed fixed) {
            return ValueAndPullback.of(squares(fixed), bar -> new Fixed(2 * fixed.first() * bar));
        }

        @Reverse(of = "product")
        static ValueAndPullback<Double, double[]> product(double... factors) {
            double[] read = factors.clone();
            return ValueAndPullback.of(
                    OverwrittenTest.product(factors),
                    bar -> {
                        double[] cotangent = new double[read.length];
                        for (int i = 0; i < read.length; i++) {
                            double[] others = read.clone();
                            others[i] = bar;
                            cotangent[i] = OverwrittenTest.product(others);
                        }
                        return cotangent;
                    });
        }
    }

    private static final String SAYS = "its pullback reads what the program may have overwritten since: ";

    @Test
    void whatIsReadAfterTheCallIsCaught() {
        RuleTester rules = RuleTester.of(Reading.class);
        List<Object> arguments =
                List.of(
                        new ArrayList<>(List.of(2.0, 3.0)),
                        List.of(2.0, 3.0), // which rule could know that
                        new HashMap<>(Map.of("a", 2.0)),
                        Map.of("a", 2.0),
                        new Double[] {2.0, 3.0},
                        new Pair(2, 3));
        for (Object argument : arguments) {
            assertThatThrownBy(() -> rules.testRrule("squares", argument))
                    .as("%s", argument)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(SAYS + "an argument");
        }
        assertThatThrownBy(() -> rules.testRrule("doubled", 1.5)).hasMessageContaining(SAYS + "the value");
    }

    @Test
    void whatIsCopiedBeforePasses() {
        RuleTester rules = RuleTester.of(Copying.class);
        List<Object> arguments =
                List.of(
                        new ArrayList<>(List.of(2.0, 3.0)),
                        List.of(2.0, 3.0),
                        new HashMap<>(Map.of("a", 2.0)),
                        new Double[] {2.0, 3.0},
                        new Fixed(3)); // nobody can write to a record
        for (Object argument : arguments) {
            assertThat(rules.testRrule("squares", argument).getFirst().passed()).contains(Check.OVERWRITTEN_ARRAYS);
        }
    }

    @Test
    void methodsOfAnyNumberOfArguments() {
        RuleTester.of(Copying.class).testRrule("product", new double[] {1, 2, 3});
        RuleTester.of(Copying.class).testRrule("product", new double[0]);
    }
}
