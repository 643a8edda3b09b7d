package dev.fluxion.engine.collections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collections of numbers that depend on one, and a sum that tells their order. */
final class Samples {

    private Samples() {}

    static List<Double> numbers(double x) {
        return new ArrayList<>(List.of(x, x * x, Math.sin(x)));
    }

    static Map<String, Double> map(double x) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put("c", x * x);
        map.put("a", Math.sin(x));
        map.put("b", 1 / x);
        return map;
    }

    static double ordered(Iterable<Double> numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum = 0.7 * sum + number * number;
        }
        return sum;
    }
}
