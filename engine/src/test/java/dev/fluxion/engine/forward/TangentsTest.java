package dev.fluxion.engine.forward;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.diagonalHessian;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.hessianVectorProduct;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pushforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;
import dev.fluxion.derivative.Pushforward;
import dev.fluxion.derivative.ValueAndTangent;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tangents of ordinary Java: numbers, arrays, records, lists, maps, objects, dispatch, exceptions. */
class TangentsTest {

    record Polar(double r, double phi) {}

    record Cartesian(double x, double y) {}

    static final class Counter {
        double total;

        void add(double x) {
            total += x * x;
        }
    }

    interface Shape {
        double area(double scale);
    }

    record Circle(double radius) implements Shape {
        @Override
        public double area(double scale) {
            return Math.PI * radius * radius * scale;
        }
    }

    record Square(double side) implements Shape {
        @Override
        public double area(double scale) {
            return side * side * scale * scale;
        }
    }

    @Test
    void ofNumbers() {
        assertThat(jvp(x -> x * x, 3.0, 2.0)).isEqualTo(new ValueAndTangent<>(9.0, 12.0));
        assertThat(jvp(x -> Math.sin(Math.cos(x)), 0.5, 1.0).tangent()).isCloseTo(-0.30635890918999453, within(1e-15));
        assertThat(pushforward((double x) -> Math.pow(x, 3), 2).apply(1.0)).isEqualTo(12);
    }

    @Test
    void ofBoxedNumbers() {
        double factor = 3;
        ValueAndTangent<Double> both = jvp((Double y) -> y * y * factor, (Double) 2.0, 2.0);
        assertThat(both.value()).isEqualTo(12);
        assertThat(both.tangent()).isEqualTo(24);
        assertThat(pushforward((Double y) -> new double[] {y, y * y}, 3.0).apply(2.0)).containsExactly(2, 12);
    }

    @Test
    void ofArrays() {
        ValueAndTangent<double[]> vt =
                jvp(x -> new double[] {x[0] * x[1], x[0]}, new double[] {2, 3}, new double[] {1, 0});
        assertThat(vt.value()).containsExactly(6, 2);
        assertThat(vt.tangent()).containsExactly(3, 1);
        Pushforward<double[], Double> push = pushforward(x -> x[0] * x[1], new double[] {2, 3});
        assertThat(push.value()).isEqualTo(6);
        assertThat(push.apply(new double[] {0, 1})).isEqualTo(2);
        ValueAndTangent<double[][]> rows =
                jvp(
                        m -> new double[][] {{m[0][0] * m[1][1]}, m[0]},
                        new double[][] {{2, 3}, {4, 5}},
                        new double[][] {{1, 2}, {0, 10}});
        assertThat(rows.tangent()).isEqualTo(new double[][] {{25}, {1, 2}});
    }

    @Test
    void ofRecordsListsAndMaps() {
        ValueAndTangent<Cartesian> moved =
                jvp(
                        p -> new Cartesian(p.r() * Math.cos(p.phi()), p.r() * Math.sin(p.phi())),
                        new Polar(2, 0),
                        new Polar(0, 1));
        assertThat(moved.tangent()).isEqualTo(new Cartesian(0, 2));
        ValueAndTangent<List<Double>> list =
                jvp(
                        xs -> {
                            List<Double> squares = new ArrayList<>();
                            for (double x : xs) {
                                squares.add(x * x);
                            }
                            return squares;
                        },
                        List.of(1.0, 2.0),
                        List.of(1.0, 10.0));
        assertThat(list.value()).containsExactly(1.0, 4.0);
        assertThat(list.tangent()).containsExactly(2.0, 40.0);
        Map<String, Double> point = new LinkedHashMap<>(Map.of("a", 2.0, "b", 3.0));
        Map<String, Double> direction = Map.of("a", 1.0, "b", 0.0);
        assertThat(jvp(m -> m.get("a") * m.get("b"), point, direction).tangent()).isEqualTo(3.0);
        assertThat(jvp(xs -> xs.stream().mapToDouble(x -> x * x).sum(), List.of(1.0, 2.0), List.of(1.0, 1.0)).tangent())
                .isEqualTo(6.0);
    }

    @Test
    void throughObjectsDispatchAndExceptions() {
        assertThat(
                        jvp(
                                        x -> {
                                            Counter counter = new Counter();
                                            counter.add(x);
                                            counter.add(2 * x);
                                            return counter.total;
                                        },
                                        3.0,
                                        1.0)
                                .tangent())
                .isEqualTo(30);
        Shape[] shapes = {new Circle(1), new Square(3)};
        DoubleFn area =
                x -> {
                    double sum = 0;
                    for (Shape shape : shapes) {
                        sum += shape.area(x);
                    }
                    return sum;
                };
        assertThat(jvp(area, 2.0, 1.0).tangent()).isCloseTo(Math.PI + 36, within(1e-14));
        DoubleFn caught =
                x -> {
                    double y = x * x;
                    try {
                        y += shapes[(int) x].area(x);
                    } catch (ArrayIndexOutOfBoundsException e) {
                        y *= x;
                    }
                    return y;
                };
        assertThat(jvp(caught, 1.0, 1.0).tangent()).isEqualTo(2 + 18);
        assertThat(jvp(caught, 5.0, 1.0).tangent()).isEqualTo(75);
        assertThat(jvp(x -> boxed(x) * 2, 3.0, 1.0).tangent()).isEqualTo(12);
    }

    private static Double boxed(Double x) {
        return x * x;
    }

    @Test
    void jacobians() {
        double[][] j = jacobian(x -> new double[] {x[0] * x[1], Math.sin(x[0])}, new double[] {0, 3});
        assertThat(j).isEqualTo(new double[][] {{3, 0}, {1, 0}});
        double[] x = new double[11];
        Arrays.setAll(x, i -> 1 + 0.1 * i);
        double[][] wide = jacobian(w -> prefixProducts(w), x);
        double[] products = prefixProducts(x);
        for (int row = 0; row < x.length; row++) {
            for (int column = 0; column < x.length; column++) {
                double expected = column <= row ? products[row] / x[column] : 0;
                assertThat(wide[row][column]).isCloseTo(expected, within(1e-13));
            }
        }
        assertThat(jacobian(w -> new double[] {1, 2}, new double[] {3})).isEqualTo(new double[][] {{0}, {0}});
        assertThat(jacobian(w -> w, new double[] {3, 4})).isEqualTo(new double[][] {{1, 0}, {0, 1}});
    }

    private static double[] prefixProducts(double[] w) {
        double[] y = w.clone();
        for (int i = 1; i < y.length; i++) {
            y[i] *= y[i - 1];
        }
        return y;
    }

    @Test
    void hessians() {
        assertThat(hessian(x -> x[0] * x[0] * x[1], new double[] {2, 3})).isEqualTo(new double[][] {{6, 4}, {4, 0}});
        assertThat(hessian(x -> rosenbrock(x), new double[] {1, 1}))
                .isEqualTo(new double[][] {{802, -400}, {-400, 200}});
        assertThat(hessian((double x) -> Math.sin(x), Math.PI / 2)).isEqualTo(-1);
        assertThat(diagonalHessian(x -> x[0] * x[1] * x[1], new double[] {1, Math.PI})).containsExactly(0, 2);
        assertThat(hessianVectorProduct(x -> rosenbrock(x), new double[] {1, 1}, new double[] {1, 2}))
                .containsExactly(2, 0);
        double[] x = new double[9];
        Arrays.setAll(x, i -> Math.sin(i));
        double[][] h = hessian(w -> rosenbrock(w), x);
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x.length; k++) {
                assertThat(h[i][k]).isEqualTo(h[k][i]);
                double step = 1e-5;
                double[] up = x.clone();
                double[] down = x.clone();
                up[k] += step;
                down[k] -= step;
                double slope =
                        (gradient(w -> rosenbrock(w), up)[i] - gradient(w -> rosenbrock(w), down)[i]) / (2 * step);
                assertThat(h[i][k]).isCloseTo(slope, within(1e-5));
            }
        }
    }

    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }

    @Test
    void forwardsOverBackwardsThroughDispatch() {
        Shape[] shapes = {new Circle(1), new Square(3), new Square(2)};
        double[][] h =
                hessian(
                        x -> {
                            double sum = 0;
                            for (Shape shape : shapes) {
                                sum += shape.area(x[0] * x[1]);
                            }
                            return sum;
                        },
                        new double[] {2, 3});
        assertThat(h[0][0]).isCloseTo(2 * 13 * 9, within(1e-12));
        assertThat(h[1][1]).isCloseTo(2 * 13 * 4, within(1e-12));
        assertThat(h[0][1]).isCloseTo(Math.PI + 4 * 13 * 6, within(1e-12)).isEqualTo(h[1][0]);
    }

    @Test
    void tangentsOfDerivatives() {
        DoubleFn slope = derivative((double x) -> x * x * x);
        assertThat(jvp(slope, 2.0, 1.0)).isEqualTo(new ValueAndTangent<>(12.0, 12.0));
        assertThat(jvp(x -> gradient((double y) -> y * y * x, x), 3.0, 1.0).tangent()).isEqualTo(12);
    }

    @Test
    void directionsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> jvp(x -> x[0], new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("the direction does not fit the point")
                .hasMessageContaining("double[] of length 2, not a double[] of length 1");
    }
}
