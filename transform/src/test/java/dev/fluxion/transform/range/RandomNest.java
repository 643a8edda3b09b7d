package dev.fluxion.transform.range;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.text.Parser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** A nest of loops with accesses to an array at indices that are sums of counters: as IR, and to be run. */
final class RandomNest {
    private static final int[] FACTORS = {0, 0, 0, 1, 1, 1, -1, 2, 3, 8, 8, 1 << 30, Integer.MIN_VALUE};
    private static final int MOST_STEPS = 200_000;

    private sealed interface Node {}

    private record Loop(String counter, Sum from, Sum to, int step, String test, List<Node> body) implements Node {}

    private record Access(String name, boolean isStore, Sum index) implements Node {}

    /** {@code constant + sum of factor * counter}, and a counter times {@code n} if {@code rows} is one. */
    private record Sum(int constant, Map<String, Integer> factors, String rows) {
        int at(Map<String, Integer> values, int n) {
            int sum = constant + (rows.isEmpty() ? 0 : values.get(rows) * n);
            for (var factor : factors.entrySet()) {
                sum += factor.getValue() * (factor.getKey().equals("n") ? n : values.get(factor.getKey()));
            }
            return sum;
        }
    }

    private final Random random;
    private final List<Node> body;
    private final StringBuilder text = new StringBuilder();
    private int labels;
    private int values;
    private int accesses;
    private int steps;

    RandomNest(long seed) {
        random = new Random(seed);
        body = nodes(List.of(), 3);
    }

    private List<Node> nodes(List<String> counters, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            if (depth > 0 && random.nextInt(3) > 0) {
                nodes.add(loop(counters, depth));
            } else {
                boolean isStore = random.nextBoolean();
                nodes.add(new Access((isStore ? "s" : "l") + accesses++, isStore, sum(counters, true)));
            }
        }
        return nodes;
    }

    private Loop loop(List<String> counters, int depth) {
        String counter = "i" + labels++;
        List<String> inner = new ArrayList<>(counters);
        inner.add(counter);
        boolean up = random.nextInt(3) > 0;
        Sum near = bound(counters, 0, 3);
        Sum far = bound(counters, 2, 8);
        int step = random.nextInt(5) == 0 ? 2 : 1;
        String test = random.nextInt(5) == 0 ? up ? "le" : "ge" : up ? "lt" : "gt";
        List<Node> inside = nodes(inner, depth - 1);
        return new Loop(counter, up ? near : far, up ? far : near, up ? step : -step, test, inside);
    }

    /** A number, n, or a counter and a little. */
    private Sum bound(List<String> counters, int low, int high) {
        int constant = random.nextInt(low, high);
        return switch (random.nextInt(4)) {
            case 0 -> new Sum(random.nextInt(-1, 1), Map.of("n", 1), "");
            case 1 ->
                    counters.isEmpty()
                            ? new Sum(constant, Map.of(), "")
                            : new Sum(random.nextInt(-1, 3), Map.of(any(counters), 1), "");
            default -> new Sum(constant, Map.of(), "");
        };
    }

    private String any(List<String> counters) {
        return counters.get(random.nextInt(counters.size()));
    }

    private Sum sum(List<String> counters, boolean withRows) {
        Map<String, Integer> factors = new LinkedHashMap<>();
        for (String counter : counters) {
            factors.put(counter, FACTORS[random.nextInt(FACTORS.length)]);
        }
        String rows = withRows && !counters.isEmpty() && random.nextInt(3) == 0 ? any(counters) : "";
        return new Sum(random.nextInt(-2, 3), factors, rows);
    }

    /** Calls back for each access in order, with its name and index. */
    void run(int n, BiConsumer<String, Integer> visitor) {
        steps = 0;
        run(body, new LinkedHashMap<>(), n, visitor);
    }

    private void run(List<Node> nodes, Map<String, Integer> counters, int n, BiConsumer<String, Integer> visitor) {
        for (Node node : nodes) {
            switch (node) {
                case Access access -> visitor.accept(access.name, access.index.at(counters, n));
                case Loop loop -> {
                    int to = loop.to.at(counters, n);
                    for (int i = loop.from.at(counters, n); test(loop.test, i, to); i += loop.step) {
                        if (steps++ > MOST_STEPS) {
                            return;
                        }
                        counters.put(loop.counter, i);
                        run(loop.body, counters, n, visitor);
                    }
                }
            }
        }
    }

    private static boolean test(String kind, int x, int y) {
        return switch (kind) {
            case "lt" -> x < y;
            case "le" -> x <= y;
            case "gt" -> x > y;
            case "ge" -> x >= y;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    Function function() {
        text.setLength(0);
        text.append("func @f(%a: f64[], %n: i32) {\n^entry:\n");
        emit(body);
        text.append("    ret\n}\n");
        return Parser.parseProgram(text.toString()).functions().values().iterator().next();
    }

    private void emit(List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Access access -> {
                    String index = emit(access.index);
                    line(
                            access.isStore
                                    ? "store f64 %a[" + index + "], 1.0"
                                    : "%" + access.name + " = load f64 %a[" + index + "]");
                }
                case Loop loop -> emit(loop);
            }
        }
    }

    private void emit(Loop loop) {
        String from = emit(loop.from);
        String to = emit(loop.to);
        String name = loop.counter;
        line("br ^h" + name + "(" + from + ")");
        text.append("^h").append(name).append("(%").append(name).append(": i32):\n");
        line("%c" + name + " = " + loop.test + " %" + name + ", " + to);
        line("br_if %c" + name + ", ^b" + name + ", ^e" + name);
        text.append("^b").append(name).append(":\n");
        emit(loop.body);
        String next = fresh();
        line(next + " = add %" + name + ", " + loop.step);
        line("br ^h" + name + "(" + next + ")");
        text.append("^e").append(name).append(":\n");
    }

    private String emit(Sum sum) {
        String result = Integer.toString(sum.constant);
        for (var factor : sum.factors.entrySet()) {
            String product = fresh();
            line(product + " = mul %" + factor.getKey() + ", " + factor.getValue());
            String next = fresh();
            line(next + " = add " + result + ", " + product);
            result = next;
        }
        if (!sum.rows.isEmpty()) {
            String product = fresh();
            line(product + " = mul %" + sum.rows + ", %n");
            String next = fresh();
            line(next + " = add " + product + ", " + result);
            result = next;
        }
        return result;
    }

    private String fresh() {
        return "%v" + values++;
    }

    private void line(String line) {
        text.append("    ").append(line).append('\n');
    }
}
