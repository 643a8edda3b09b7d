package dev.fluxion.engine.pullback;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.pullback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.derivative.Pullback;
import dev.fluxion.derivative.Pullback2;
import dev.fluxion.derivative.Pullback3;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Values and their pullbacks: applied again, by several threads, to cotangents of every kind. */
class PullbacksTest {

    record Polar(double r, double phi) {}

    record Cartesian(double x, double y) {}

    interface Stage extends java.io.Serializable {
        double[] run(double[] x);
    }

    @Test
    void ofNumbers() {
        Pullback<Double, Double> pb = pullback(x -> 5 * x, 11.0);
        assertThat(pb.value()).isEqualTo(55);
        assertThat(pb.apply(1.0)).isEqualTo(5);
        assertThat(pb.apply(2.0)).isEqualTo(10);
        assertThat(pb.apply(3.0)).isEqualTo(15);
    }

    @Test
    void ofArraysAgainAndAgain() {
        Pullback<double[], double[]> pb = pullback(x -> chain(x), new double[] {2, 3, 5});
        assertThat(pb.value()).containsExactly(2, 6, 30);
        for (int again = 0; again < 3; again++) {
            assertThat(pb.apply(new double[] {1, 0, 0})).containsExactly(1, 0, 0);
            assertThat(pb.apply(new double[] {0, 1, 0})).containsExactly(3, 2, 0);
            assertThat(pb.apply(new double[] {0, 0, 1})).containsExactly(15, 10, 6);
            assertThat(pb.apply(new double[] {1, 1, 1})).containsExactly(19, 12, 6);
        }
    }

    /** Has arrays of its own, of which some elements are read that were never stored. */
    private static double[] chain(double[] x) {
        double[] product = new double[x.length];
        double[] offset = new double[x.length + 1];
        double p = 1;
        for (int i = 0; i < x.length; i++) {
            p = p * x[i] + offset[i] * x[i];
            product[i] = p + offset[x.length];
        }
        return product;
    }

    @Test
    void ofSeveralArguments() {
        Pullback2<double[], Double, double[]> two =
                pullback((x, by) -> new double[] {by * x[0], by * x[1] * x[0]}, new double[] {2, 3}, 4.0);
        assertThat(two.value()).containsExactly(8, 24);
        for (int again = 0; again < 2; again++) {
            assertThat(two.apply(new double[] {1, 0}).first()).containsExactly(4, 0);
            assertThat(two.apply(new double[] {0, 1}).first()).containsExactly(12, 8);
            assertThat(two.apply(new double[] {1, 10}).second()).isEqualTo(2 + 60.0);
        }
        Pullback3<Polar, List<Double>, double[], Cartesian> three =
                pullback(
                        (p, list, w) -> new Cartesian(p.r() * list.get(0) * w[1], p.phi() + list.get(1) * w[0]),
                        new Polar(2, 3),
                        List.of(5.0, 7.0),
                        new double[] {11, 13});
        Pullback3.Gradients<Polar, List<Double>, double[]> gradients = three.apply(new Cartesian(1, 100));
        assertThat(gradients.first()).isEqualTo(new Polar(65, 100));
        assertThat(gradients.second()).containsExactly(26.0, 1100.0);
        assertThat(gradients.third()).containsExactly(700, 10);
    }

    @Test
    void oneArrayGivenTwiceIsOneAndWhatHasNoNumbersIsItself() {
        double[] x = {2, 3};
        Pullback2<double[], double[], Double> dot = pullback((a, b) -> a[0] * b[0] + a[1] * b[1], x, x);
        assertThat(dot.apply(1.0).first()).containsExactly(4, 6);
        assertThat(dot.apply(1.0).second()).containsExactly(4, 6);
        Pullback2<double[], String, Double> named = pullback((a, name) -> a[0] * name.length(), x, "four");
        assertThat(named.apply(1.0).first()).containsExactly(4, 0);
        assertThat(named.apply(1.0).second()).isEqualTo("four");
        assertThatThrownBy(() -> pullback((double[] a, String name) -> a[0], x, null))
                .isInstanceOf(NotDifferentiableException.class);
    }

    @Test
    void whatTheProgramDoesLaterChangesNothing() {
        double[] x = {2, 3};
        Pullback<double[], double[]> pb = pullback(v -> new double[] {v[0] * v[1], v[0] * v[0]}, x);
        x[0] = 100;
        x[1] = 100;
        pb.value()[0] = 100;
        assertThat(pb.apply(new double[] {1, 1})).containsExactly(7, 2);
    }

    @Test
    void ofRecordsListsAndMaps() {
        Pullback<Polar, Cartesian> pb =
                pullback(p -> new Cartesian(p.r() * Math.cos(p.phi()), p.r() * Math.sin(p.phi())), new Polar(2, 0.5));
        assertThat(pb.apply(new Cartesian(1, 0))).isEqualTo(new Polar(Math.cos(0.5), -2 * Math.sin(0.5)));
        assertThat(pb.apply(new Cartesian(0, 1))).isEqualTo(new Polar(Math.sin(0.5), 2 * Math.cos(0.5)));
        Pullback<List<Double>, List<Double>> list =
                pullback(
                        xs -> {
                            List<Double> sums = new ArrayList<>();
                            double sum = 0;
                            for (double x : xs) {
                                sum += x * x;
                                sums.add(sum);
                            }
                            return sums;
                        },
                        List.of(1.0, 2.0, 3.0));
        assertThat(list.value()).containsExactly(1.0, 5.0, 14.0);
        assertThat(list.apply(List.of(0.0, 0.0, 1.0))).containsExactly(2.0, 4.0, 6.0);
        assertThat(list.apply(List.of(1.0, 1.0, 0.0))).containsExactly(4.0, 4.0, 0.0);
        Map<String, Double> point = new LinkedHashMap<>(Map.of("a", 2.0, "b", 3.0));
        Pullback<Map<String, Double>, Double> map = pullback(m -> m.get("a") * m.get("b"), point);
        assertThat(map.apply(10.0)).containsEntry("a", 30.0).containsEntry("b", 20.0);
    }

    @Test
    void throughDispatchLoopsAndExceptions() {
        Stage square =
                x -> {
                    double[] y = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        y[i] = x[i] * x[i];
                    }
                    return y;
                };
        Stage reverse =
                x -> {
                    double[] y = x.clone();
                    for (int i = 0; i < x.length; i++) {
                        y[i] = x[x.length - 1 - i] * Math.exp(y[i]);
                    }
                    return y;
                };
        List<Stage> stages = List.of(square, reverse, square);
        Pullback<double[], double[]> pb =
                pullback(
                        x -> {
                            double[] at = x;
                            for (Stage stage : stages) {
                                at = stage.run(at);
                            }
                            try {
                                at[0] += at[at.length] * 3;
                            } catch (ArrayIndexOutOfBoundsException e) {
                                at[0] *= x[0];
                            }
                            return at;
                        },
                        new double[] {0.5, 0.7});
        for (int again = 0; again < 2; again++) {
            for (int row = 0; row < 2; row++) {
                int output = row;
                double[] unit = new double[2];
                unit[row] = 1;
                double[] expected =
                        gradient(
                                x -> {
                                    double[] a = {x[0] * x[0], x[1] * x[1]};
                                    double[] b = {a[1] * Math.exp(a[0]), a[0] * Math.exp(a[1])};
                                    double[] c = {b[0] * b[0] * x[0], b[1] * b[1]};
                                    return c[output];
                                },
                                new double[] {0.5, 0.7});
                double[] given = pb.apply(unit);
                assertThat(given[0]).isCloseTo(expected[0], within(1e-12));
                assertThat(given[1]).isCloseTo(expected[1], within(1e-12));
            }
        }
    }

    @Test
    void byManyThreadsAtOnce() {
        double[] x = IntStream.range(0, 50).mapToDouble(i -> 1 + 0.01 * i).toArray();
        Pullback<double[], double[]> pb = pullback(v -> chain(v), x);
        double[][] rows =
                IntStream.range(0, 50)
                        .parallel()
                        .mapToObj(row -> {
                            double[] unit = new double[50];
                            unit[row] = 1;
                            return pb.apply(unit);
                        })
                        .toArray(double[][]::new);
        for (int row = 0; row < 50; row++) {
            for (int column = 0; column < 50; column++) {
                double expected = column <= row ? pb.value()[row] / x[column] : 0;
                assertThat(rows[row][column]).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void effectsHappenOnce() {
        List<String> log = new ArrayList<>();
        Pullback<Double, Double> pb =
                pullback(
                        x -> {
                            log.add("run");
                            return x * x;
                        },
                        3.0);
        assertThat(pb.apply(1.0)).isEqualTo(6);
        assertThat(pb.apply(1.0)).isEqualTo(6);
        assertThat(log).containsExactly("run");
    }

    @Test
    void cotangentsThatDoNotFitAreRefused() {
        Pullback<double[], double[]> pb = pullback(x -> chain(x), new double[] {2, 3});
        assertThatThrownBy(() -> pb.apply(new double[3]))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("the cotangent does not fit the value");
    }
}
