package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.tangent.Tangent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cotangents of matrices, lists, maps and objects go into one object and back. */
class ObjectRulesTest {

    private static final Differentiator AD = Fluxion.builder().rules(LibraryRules.class).build();

    static final class Library {
        private double weight;

        Library(double weight) {
            this.weight = weight;
        }

        double apply(double x) {
            return weight * x;
        }

        static double[][] inverse(double[][] a) {
            double det = a[0][0] * a[1][1] - a[0][1] * a[1][0];
            return new double[][] {{a[1][1] / det, -a[0][1] / det}, {-a[1][0] / det, a[0][0] / det}};
        }

        static double squares(List<Double> list) {
            double sum = 0;
            for (double v : list) {
                sum += v * v;
            }
            return sum;
        }

        static double product(Map<String, Double> map) {
            return map.get("a") * map.get("b");
        }

        static List<Double> doubled(List<Double> list) {
            List<Double> result = new ArrayList<>();
            for (double v : list) {
                result.add(2 * v);
            }
            return result;
        }
    }

    @Rules(of = Library.class)
    static final class LibraryRules {
        private LibraryRules() {}

        @Reverse(of = "inverse")
        static ValueAndPullback<double[][], double[][]> inverse(double[][] a) {
            double[][] value = Library.inverse(a);
            double[][] y = {value[0].clone(), value[1].clone()};
            return ValueAndPullback.of(
                    value,
                    bar -> {
                        double[][] result = new double[2][2];
                        for (int i = 0; i < 4; i++) {
                            for (int k = 0; k < 4; k++) {
                                result[i / 2][i % 2] -= y[k / 2][i / 2] * bar[k / 2][k % 2] * y[i % 2][k % 2];
                            }
                        }
                        return result;
                    });
        }

        @Reverse(of = "squares")
        static ValueAndPullback<Double, List<Double>> squares(List<Double> list) {
            List<Double> at = List.copyOf(list);
            return ValueAndPullback.of(
                    Library.squares(list),
                    bar -> {
                        List<Double> result = new ArrayList<>();
                        for (double v : at) {
                            result.add(2 * v * bar);
                        }
                        return result;
                    });
        }

        @Reverse(of = "product")
        static ValueAndPullback<Double, Map<String, Double>> product(Map<String, Double> map) {
            double a = map.get("a");
            double b = map.get("b");
            return ValueAndPullback.of(a * b, bar -> Map.of("a", bar * b, "b", bar * a));
        }

        @Reverse(of = "doubled")
        static ValueAndPullback<List<Double>, List<Double>> doubled(List<Double> list) {
            return ValueAndPullback.of(Library.doubled(list), Library::doubled);
        }

        @Reverse(of = "apply")
        static ValueAndPullback<Double, Cotangents2<Tangent, Double>> apply(Library library, double x) {
            double weight = library.weight;
            return ValueAndPullback.of(
                    weight * x,
                    bar ->
                            Cotangents2.of(
                                    Tangent.builder(Library.class).field("weight", bar * x).build(), bar * weight));
        }
    }

    private static void check(DoubleArrayFn f, double... x) {
        double step = 1e-5;
        double[] gradient = AD.gradient(f, x.clone());
        for (int i = 0; i < x.length; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += step;
            down[i] -= step;
            double slope = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * step);
            assertThat(gradient[i]).as("partial %d", i).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void matrixWithRowsThatAreOverwrittenLater() {
        check(
                x -> {
                    double[][] a = {{x[0], x[1]}, {x[2], x[0] * x[1]}};
                    double[][] y = Library.inverse(a);
                    a[0][0] = 5;
                    return y[0][0] * y[1][1] + y[0][1] * x[2] + a[0][0] * a[0][1];
                },
                2,
                1,
                0.5);
    }

    @Test
    void matrixWithRowsThatHaveOtherNames() {
        check(
                x -> {
                    double[] row = {x[0], x[1]};
                    double sum = row[0];
                    for (double[] inverse : Library.inverse(new double[][] {row, {x[2], 7}})) {
                        for (double v : inverse) {
                            sum += v * v;
                        }
                    }
                    return sum;
                },
                2,
                1,
                0.5);
    }

    @Test
    void lists() {
        check(
                x -> {
                    List<Double> list = new ArrayList<>();
                    for (double v : x) {
                        list.add(v * v);
                    }
                    double sum = Library.squares(list);
                    for (double v : Library.doubled(Library.doubled(list))) {
                        sum += v * v * x[1];
                    }
                    return sum;
                },
                2,
                1,
                0.5);
    }

    @Test
    void maps() {
        check(
                x -> {
                    Map<String, Double> map = new HashMap<>();
                    map.put("a", x[0] * x[1]);
                    map.put("b", x[2]);
                    map.put("c", x[0]);
                    return Library.product(map) * map.get("c");
                },
                2,
                1,
                0.5);
    }

    @Test
    void fieldsOfTheReceiver() {
        check(
                x -> {
                    Library library = new Library(x[0] * x[1]);
                    double sum = 0;
                    for (double v : x) {
                        sum += library.apply(v);
                        library.weight += x[2] * sum;
                    }
                    return sum;
                },
                2,
                1,
                0.5);
    }
}
