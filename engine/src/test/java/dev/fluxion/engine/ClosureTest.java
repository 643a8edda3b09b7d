package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lambdas and method references that stay objects, against central finite differences. */
class ClosureTest {

    private static void check(DoubleFn f, double x) {
        double h = 1e-5;
        double slope = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        assertThat(gradient(f, x)).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
    }

    @Test
    void oneOfSeveral() {
        check(
                x -> {
                    DoubleUnaryOperator square = v -> v * v;
                    DoubleUnaryOperator cube = v -> v * v * v;
                    return (x > 0 ? square : cube).applyAsDouble(x);
                },
                1.2);
    }

    @Test
    void inAnArrayWithCapturedNumbers() {
        check(
                x -> {
                    DoubleUnaryOperator[] functions = {v -> v * x, v -> Math.sin(v) * x * x, Math::exp};
                    double sum = 0;
                    for (int i = 0; i < 6; i++) {
                        sum = functions[i % 3].applyAsDouble(sum + x);
                    }
                    return sum;
                },
                0.3);
    }

    @Test
    void elevenCapturedNumbersOfBothTypes() {
        check(
                x -> {
                    double a = x;
                    double b = 2 * x;
                    double c = x * x;
                    float d = 3;
                    int n = 2;
                    double e = Math.sin(x);
                    double f = 5 * x;
                    double g = x - 1;
                    double h = x / 2;
                    double i = x * x * x;
                    double j = 7 * x;
                    double k = Math.cos(x);
                    DoubleSupplier[] held = {
                        () -> a + 2 * b + 3 * c * d * n + 4 * e + 5 * f + 6 * g + 7 * h + 8 * i + 9 * j + 10 * k
                    };
                    return held[0].getAsDouble();
                },
                1.1);
    }

    @Test
    void inMapsAndLists() {
        check(
                x -> {
                    Map<String, DoubleUnaryOperator> functions = new HashMap<>();
                    functions.put("a", v -> v * x);
                    functions.put("b", Math::sin);
                    List<DoubleUnaryOperator> list = new ArrayList<>(2);
                    list.add(functions.get("a"));
                    list.add(functions.get("b"));
                    return list.get(0).applyAsDouble(x) * list.get(1).applyAsDouble(x);
                },
                1.2);
    }

    private static final class Model {
        private DoubleUnaryOperator drift = v -> v;

        double run(double x) {
            return drift.applyAsDouble(x);
        }
    }

    @Test
    void inFieldsAndReturned() {
        check(
                x -> {
                    Model model = new Model();
                    model.drift = scaled(x);
                    return model.run(x) * model.run(2.0);
                },
                1.2);
    }

    private static DoubleUnaryOperator scaled(double by) {
        return v -> by * Math.sin(v * by);
    }

    @Test
    void curryingAndComposition() {
        check(
                x -> {
                    Function<Double, Function<Double, Double>> product = a -> b -> a * b;
                    return product.apply(x).apply(x * x);
                },
                1.2);
        check(
                x -> {
                    DoubleUnaryOperator f = v -> v * x;
                    for (int i = 0; i < 3; i++) {
                        f = f.andThen(v -> Math.sin(v) + x).compose(v -> v * v);
                    }
                    return f.applyAsDouble(x);
                },
                0.9);
        check(
                x -> {
                    Function<Double, Double> f = Function.identity();
                    if (x > 0) {
                        f = f.andThen(v -> v * x);
                    }
                    return f.apply(x);
                },
                1.2);
    }

    private double weight = 2;

    private double weighted(double x) {
        return weight * x * x;
    }

    @Test
    void everyKindOfMethodReference() {
        ClosureTest bound = this;
        check(
                x -> {
                    DoubleUnaryOperator[] functions = {Math::sin, bound::weighted};
                    DoubleBinaryOperator[] two = {Math::pow};
                    return functions[0].applyAsDouble(x) * functions[1].applyAsDouble(x) + two[0].applyAsDouble(x, 3);
                },
                1.2);
    }

    @Test
    void aFunctionThatRemembers() {
        check(
                x -> {
                    double[] cache = new double[1];
                    DoubleUnaryOperator[] f = {
                        v -> {
                            if (cache[0] < 1e-300) {
                                cache[0] = v * v;
                            }
                            return cache[0] * v;
                        }
                    };
                    return f[0].applyAsDouble(x) + f[0].applyAsDouble(3 * x);
                },
                1.2);
    }

    private static <T> T same(T value) {
        return value;
    }

    @Test
    void functionsOfTheJdk() {
        check(x -> Optional.of(x * x).map(v -> v * 2).filter(v -> v > 0).orElse(0.0), 1.2);
        check(
                x -> {
                    double[] sum = {0};
                    List.of(1.0, 2.0).forEach(v -> sum[0] += v * x);
                    return sum[0];
                },
                1.2);
        check(
                x -> {
                    Map<String, Double> map = new LinkedHashMap<>();
                    map.computeIfAbsent("a", key -> x * x);
                    map.merge("a", 3 * x, Double::sum);
                    return map.get("a") * x;
                },
                1.2);
        check(
                x -> {
                    Supplier<Double> square = () -> x * x;
                    return same(square).get();
                },
                1.2);
        check(
                x -> {
                    DoubleFunction<double[]> pair = v -> new double[] {v, v * x};
                    List<DoubleFunction<double[]>> held = List.of(pair);
                    return held.get(0).apply(x)[1];
                },
                1.2);
    }

    @Test
    void comparatorsAndCollectionsOfBoxes() {
        check(
                x -> {
                    double[][] rows = {{3, x}, {1, x * x}};
                    java.util.Arrays.sort(rows, Comparator.comparingDouble(row -> row[0]));
                    return rows[0][1];
                },
                1.2);
        check(
                x -> {
                    List<Double> list = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                        list.add(x * i);
                    }
                    double sum = 0;
                    for (double value : list) {
                        sum += value * value;
                    }
                    return list.toString().isEmpty() || list.hashCode() == 0 ? 0 : sum;
                },
                1.2);
    }
}
